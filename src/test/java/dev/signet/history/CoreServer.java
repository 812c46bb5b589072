package dev.signet.history;

import static java.util.Objects.requireNonNull;

import dev.signet.Logins;
import dev.signet.core.BeanInstance;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.LoginRegistry;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.core.SessionPersistence;
import dev.signet.core.StorePersistence;
import dev.signet.history.app.Tally;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.BeanState;
import dev.signet.json.JsonCodec;
import dev.signet.login.LoginRules;
import dev.signet.login.LoginTracker;
import dev.signet.login.RequestLogins;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.spi.LoginStore;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The library below the filters. */
final class CoreServer implements Server {

  static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  /** The bytes that a session in a store may have. */
  private static final int ENOUGH = 1 << 20;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonCodec JSON = new JsonCodec();
  private static final LoginRegistry UNTRACKED = LoginRegistry.untracked(RANDOM);
  private static final BeanState<Tally> TALLY = BeanState.of(Tally.class);

  /** One server ends log-ins at once; several do without a delay. */
  private static final Duration DELAY = Duration.ofSeconds(5);

  /** The longest time that a token lasts in any setup. */
  private static final Duration LONGEST = Duration.ofSeconds(1000);

  private static final Map<Format, Seal> SEALS = new ConcurrentHashMap<>();
  private static final List<SessionKey> KEYS =
      List.of(
          new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt"),
          new SessionKey("Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7QaWe5Bn8Uc"),
          new SessionKey("p3Vb7Kd1Xs9Lq5Rz2Tg8Mn4Jc6Wf0Yh3Ea7Ui1Oo"));

  private final MutableClock clock = new MutableClock(START);
  private final FaultyStore store = new FaultyStore(clock);
  private final SessionPersistence persistence;
  private final Map<Integer, Open> open = new HashMap<>();
  private final Map<Integer, OpenSocket> sockets = new HashMap<>();

  /** The servers that share the registry of log-ins; without one there is one server. */
  private final List<LoginTracker> trackers;

  private List<SessionLifecycle> lifecycles;

  private record Open(RequestSession session, Logins logins, SessionCalls calls) {

    Beans beans() {
      return new Beans(
          session,
          logins,
          () -> session.bean(TALLY, () -> new BeanInstance<>(new Tally(), () -> {})));
    }
  }

  private record Format(boolean encrypted, List<Integer> numbers) {

    Seal seal() {
      List<SessionKey> keys = numbers.stream().map(KEYS::get).toList();
      return encrypted ? Seal.encrypting(keys, "session", RANDOM) : Seal.signing(keys, "session");
    }
  }

  CoreServer(Setup setup) {
    persistence =
        setup.store()
            ? new StorePersistence(store, ENOUGH, RANDOM, event -> {})
            : new CookiePersistence(RANDOM, false);
    trackers = trackers(setup.logins());
    lifecycles = lifecycles(setup);
  }

  private List<LoginTracker> trackers(Setup.Logins rules) {
    LoginStore registry = new MemoryLoginStore(ENOUGH, clock);
    Duration delay = rules.servers() > 1 ? Duration.ZERO : DELAY;
    var all = new LoginRules(delay, false, rules.single() ? 1 : null, LONGEST, DELAY);
    return Stream.generate(() -> new LoginTracker(registry, all, clock, RANDOM, event -> {}))
        .limit(rules.servers())
        .toList();
  }

  private List<SessionLifecycle> lifecycles(Setup setup) {
    return trackers.isEmpty()
        ? List.of(lifecycle(setup, UNTRACKED))
        : trackers.stream().map(tracker -> lifecycle(setup, tracker)).toList();
  }

  private static @Nullable Duration seconds(int limit) {
    return limit == 0 ? null : Duration.ofSeconds(limit);
  }

  private SessionLifecycle lifecycle(Setup setup, LoginRegistry logins) {
    var format = new Format(setup.encrypted(), setup.keys());
    Seal seal = SEALS.computeIfAbsent(format, Format::seal);
    return new SessionLifecycle(
        () -> seal,
        persistence,
        new SetCookie("session", setup.path(), null, true, SameSite.LAX, false),
        SecurePolicy.AUTO,
        new ExpirationPolicy(
            Duration.ofSeconds(setup.maxAge()),
            true,
            setup.sliding(),
            seconds(setup.absolute()),
            seconds(setup.logins().timeout()),
            seconds(setup.logins().idle())),
        clock,
        event -> {},
        JSON,
        false,
        logins);
  }

  @Override
  public void deploy(Setup setup) {
    lifecycles = lifecycles(setup);
  }

  @Override
  public long millis() {
    return clock.millis();
  }

  @Override
  public int deploymentMillis() {
    return 0;
  }

  @Override
  public Step.Ending effective(int request, Step.Ending ending) {
    return ending;
  }

  @Override
  public void begin(int request, @Nullable String cookies) {
    RequestSession session = of(lifecycles, request).begin(() -> cookies, () -> false);
    LoginTracker tracker = trackers.isEmpty() ? null : of(trackers, request);
    open.put(
        request, new Open(session, new RequestLogins(tracker, () -> session), new SessionCalls()));
  }

  /** Requests are served in turn. */
  private static <T> T of(List<T> servers, int request) {
    return servers.get(request % servers.size());
  }

  private Open open(int request) {
    return requireNonNull(open.get(request));
  }

  @Override
  public Reaction call(Step.Call step, boolean interrupted) {
    OpenSocket socket = sockets.get(step.request());
    if (socket != null) {
      return reaction(interrupted, () -> socket.call(step));
    }
    Open called = open(step.request());
    return reaction(interrupted, () -> called.calls.call(called.beans(), step));
  }

  private static Reaction reaction(boolean interrupted, Supplier<String> call) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Reaction reaction;
    try {
      reaction = new Reaction(Outcome.OK, call.get());
    } catch (RuntimeException e) {
      reaction = new Reaction(SessionCalls.outcome(e), "");
    }
    if (interrupted && !Thread.interrupted()) {
      throw new Mismatch("T6", "the thread is no longer interrupted");
    }
    return reaction;
  }

  @Override
  public void discard(int request) {
    open(request).session.discard();
    open(request).calls.discard();
  }

  @Override
  public Reaction open(
      int socket, @Nullable String cookies, Step.Touch touch, boolean interrupted) {
    var opened = new OpenSocket(of(lifecycles, socket), cookies);
    sockets.put(socket, opened);
    return reaction(interrupted, () -> opened.answer(touch));
  }

  @Override
  public void message(int socket) {
    requireNonNull(sockets.get(socket)).message();
  }

  @Override
  public void close(int socket) {
    sockets.remove(socket);
  }

  @Override
  public Reaction answer(int request, Step.Ending ending, boolean interrupted) {
    RequestSession session = open(request).session;
    Reaction first = reaction(interrupted, () -> respond(session, ending).orElse(""));
    open.remove(request);
    return first.outcome() == Outcome.OK || session.isCommitted()
        ? first
        : new Reaction(first.outcome(), session.decide(true).orElse(""));
  }

  /** Decides as the filters do. */
  private static Optional<String> respond(RequestSession session, Step.Ending ending) {
    return switch (ending) {
      case ENTITY, REDIRECT, NO_CONTENT, NOT_FOUND, MAPPED, ASYNC, SSE, LOST ->
          session.decide(false);
      case SERVER_ERROR, UNMAPPED -> session.decide(true);
      case UNWRITABLE -> {
        session.decide(false);
        session.reopen();
        yield session.decide(true);
      }
      case UNWRITABLE_MAPPED -> {
        session.decide(false);
        session.reopen();
        SessionCalls.map(session);
        yield session.decide(false);
      }
      case MANAGER -> {
        session.commit();
        yield session.commit();
      }
      case STREAM -> {
        Optional<String> header = session.decide(false);
        try {
          session.put("late", 1);
          throw new Mismatch("W9", "a change after the decision did not throw");
        } catch (IllegalStateException e) {
          yield header;
        }
      }
    };
  }

  @Override
  public void pass(int millis) {
    clock.advance(Duration.ofMillis(millis));
    store.sweep();
  }

  @Override
  public void failStore(Step.Fault fault) {
    store.fail(fault);
  }

  @Override
  public void slowStore(Runnable during) {
    store.slow(during);
  }

  @Override
  public void loseStore() {
    store.lose();
  }
}
