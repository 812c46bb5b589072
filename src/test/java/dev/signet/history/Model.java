package dev.signet.history;

import dev.signet.history.Content.Login;
import dev.signet.history.Request.Phase;
import dev.signet.history.Shared.Called;
import dev.signet.history.Shared.Stored;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The reference: what browsers, servers and a store may see according to the contract. It shares no
 * code with the library. Immutable.
 *
 * @param setup how new requests are served
 * @param requests the open requests by number, and the present sessions of sockets
 * @param sockets the open sockets by the number of their handshake
 */
record Model(
    Setup setup, Shared shared, Map<Integer, Request> requests, Map<Integer, Socket> sockets) {

  private static final int COOKIES = 8;

  /** What a call leads to. */
  record After(Model model, Outcome outcome) {}

  static Model of(Setup setup, long millis) {
    return new Model(
        setup,
        new Shared(millis, Map.of(), Map.of(), Map.of(), 0, Step.Fault.NONE, Registry.EMPTY),
        Map.of(),
        Map.of());
  }

  Model with(Shared now) {
    return new Model(setup, now, requests, sockets);
  }

  Model with(Setup now) {
    return new Model(now, shared, requests, sockets);
  }

  /** Gives the keys of a setup to the open requests too. */
  Model withKeys(Setup now) {
    Map<Integer, Request> open = new HashMap<>();
    requests.forEach((number, request) -> open.put(number, request.with(now)));
    return new Model(setup, shared, open, sockets);
  }

  Model with(int number, @Nullable Request request) {
    Map<Integer, Request> open = new HashMap<>(requests);
    if (request == null) {
      open.remove(number);
    } else {
      open.put(number, request);
    }
    return new Model(setup, shared, open, sockets);
  }

  Model begin(int number, int browser, List<String> cookies) {
    return with(number, Request.of(setup, browser, cookies));
  }

  Model with(int number, @Nullable Socket socket) {
    Map<Integer, Socket> open = new HashMap<>(sockets);
    if (socket == null) {
      open.remove(number);
    } else {
      open.put(number, socket);
    }
    return new Model(setup, shared, requests, open);
  }

  /** Returns the socket of a handshake; null if the number is that of a request. */
  @Nullable Socket socket(int number) {
    return sockets.get(number);
  }

  boolean isOpen(int number) {
    return requests.containsKey(number);
  }

  Request request(int number) {
    Request request = requests.get(number);
    if (request == null) {
      throw new IllegalStateException("not open");
    }
    return request;
  }

  /** The first access of a request loads the session; nothing is read before (H3). */
  After access(int number) {
    Request request = request(number);
    if (request.loaded() != null) {
      return new After(this, Outcome.OK);
    }
    if (request.phase() != Phase.OPEN) {
      return new After(this, Outcome.ILLEGAL_STATE);
    }
    return load(number, request);
  }

  /** Of several cookies, at most eight are looked at, and the newest valid one wins (R6). */
  private After load(int number, Request request) {
    Shared now = shared;
    List<String> cookies = request.cookies().stream().limit(COOKIES).toList();
    Socket socket = sockets.get(number);
    long sentAt = socket == null ? now.now() : socket.answeredAt();
    int ended = 0;
    for (Token sent : accepted(cookies, request.setup(), sentAt)) {
      Token token = sentAt == now.now() ? sent : sent.at(now.now());
      if (token.session() != 0) {
        Called called = now.load(token.session());
        now = called.shared();
        if (called.failed()) {
          return new After(with(now), Outcome.STORE_FAILED);
        }
        Stored stored = now.stored(token.session());
        if (stored == null) {
          ended = token.session();
          continue;
        }
        token = token.with(stored);
        if (now.now() >= token.end(request.setup())) {
          continue;
        }
      }
      if (request.setup().hasRegistry() && now.registry().isEnded(token.content().login())) {
        continue;
      }
      Loaded loaded = Loaded.of(token, request.setup(), now.now());
      return new After(with(now).with(number, request.loaded(loaded)), Outcome.OK);
    }
    Loaded none = Loaded.none(!cookies.isEmpty(), now.now());
    Request empty = request.loaded(none).ended(ended);
    return new After(with(now).with(number, empty), Outcome.OK);
  }

  /** Returns the tokens that a server accepts, the newest first. */
  private List<Token> accepted(List<String> cookies, Setup setup, long sentAt) {
    return cookies.stream()
        .distinct()
        .map(shared.tokens()::get)
        .filter(token -> token != null && token.isAccepted(setup, sentAt))
        .sorted(Comparator.comparingLong(token -> -token.issuedAt()))
        .toList();
  }

  /** A change of a session, which a decided response does not allow (W9). */
  After change(int number, UnaryOperator<Request> change) {
    if (request(number).phase() != Phase.OPEN) {
      return new After(this, Outcome.ILLEGAL_STATE);
    }
    After read = access(number);
    if (read.outcome() != Outcome.OK) {
      return read;
    }
    Request changed = change.apply(read.model().request(number));
    return new After(read.model().with(number, changed), Outcome.OK);
  }

  /** A put of a value that makes the cookie too large changes nothing (W11). */
  After put(int number, String key, Value value) {
    After put = change(number, request -> request.with(key, value));
    if (put.outcome() == Outcome.OK) {
      Request now = put.model().request(number);
      int thirds =
          now.content().values().values().stream().mapToInt(each -> each.kind().thirds()).sum();
      if (!now.setup().store() && thirds > 2) {
        return new After(access(number).model(), Outcome.TOO_LARGE);
      }
    }
    return put;
  }

  /** Decides a response. One of 500 or above saves nothing unless it was asked for (W7). */
  After decide(int number, boolean serverError) {
    Request request = request(number);
    if (request.loaded() == null || (serverError && !request.save())) {
      Phase next = request.phase() == Phase.OPEN ? Phase.SKIPPED : request.phase();
      Header sent = request.loaded() == null ? Header.NOTHING : request.written();
      return new After(with(number, request.respond(next, sent)), Outcome.OK);
    }
    return switch (request.phase()) {
      case OPEN, SKIPPED -> commit(number, Phase.DECIDED);
      case DECIDED -> new After(this, Outcome.OK);
      case FAILED ->
          new After(with(number, request.respond(Phase.FAILED, Header.NOTHING)), Outcome.OK);
      case COMMITTED -> new After(this, Outcome.OK);
    };
  }

  /** Decides for good, as the manager does. */
  After save(int number) {
    Request request = request(number);
    if (request.loaded() == null) {
      return new After(with(number, request.respond(Phase.COMMITTED, Header.NOTHING)), Outcome.OK);
    }
    return commit(number, Phase.COMMITTED);
  }

  /** Returns the log-ins that a token is valid of. */
  Set<Integer> valid() {
    Set<Integer> found = new HashSet<>();
    for (Token sent : shared.tokens().values()) {
      Stored stored = shared.stored(sent.session());
      Token token = stored == null ? sent : sent.with(stored);
      Login login = token.content().login();
      boolean here = sent.session() == 0 || stored != null;
      if (here
          && login != null
          && token.isAccepted(setup, shared.now())
          && shared.now() < token.end(setup)) {
        found.add(login.id());
      }
    }
    return found;
  }

  /** Returns every log-in that there is, or that a request may still save. */
  Set<Integer> logins() {
    Set<Integer> all = new HashSet<>(shared.registry().begun().keySet());
    for (Request request : requests.values()) {
      Login login = request.content().login();
      if (login != null) {
        all.add(login.id());
      }
    }
    return all;
  }

  private After commit(int number, Phase next) {
    Commit commit = Commit.of(shared, request(number));
    Request request = commit.request();
    Header header = commit.header().equals(Header.NOTHING) ? request.written() : commit.header();
    Request after =
        commit.failed()
            ? request.respond(Phase.FAILED, Header.NOTHING)
            : (request.setup().store() ? request.written(header) : request).respond(next, header);
    return new After(
        with(commit.shared()).with(number, after),
        commit.failed() ? Outcome.STORE_FAILED : Outcome.OK);
  }

  /** Takes the decision back, because another response takes the place of this one. */
  Model reopen(int number) {
    Request request = request(number);
    return request.phase() == Phase.COMMITTED
        ? this
        : with(number, request.respond(Phase.OPEN, Header.NOTHING));
  }
}
