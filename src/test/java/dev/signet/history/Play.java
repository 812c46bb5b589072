package dev.signet.history;

import dev.signet.history.Model.After;
import dev.signet.history.Step.Ending;
import dev.signet.history.Step.Fault;
import dev.signet.history.Step.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays a history on a server and on the model, and compares what a browser can see. */
final class Play {

  private static final int MAX_COOKIES = 8;
  private static final int LONGEST_REQUEST = 240_000;

  private final Server server;
  private final Map<Integer, Browser> browsers = new HashMap<>();
  private final List<String> issued = new ArrayList<>();
  private Model model;
  private boolean interrupt;

  /** When the open requests began. */
  private final Map<Integer, Long> begun = new HashMap<>();

  /** The requests whose calls wait for the store. */
  private final Set<Integer> busy = new HashSet<>();

  Play(Server server, Setup setup) {
    this.server = server;
    this.model = Model.of(setup, server.millis());
  }

  /** Plays the steps; at the end every cookie that was ever sent is used once more. */
  void run(List<Step> steps) {
    steps.forEach(this::step);
    step(new Step.FailStore(Fault.NONE));
    server.slowStore(() -> {});
    browsers.keySet().forEach(browser -> check(browser, Source.OWN, 0));
    for (int n = 0; n < issued.size(); n++) {
      check(0, Source.STALE, n);
    }
  }

  private void check(int browser, Source source, int n) {
    int request = Integer.MAX_VALUE;
    step(new Step.Begin(request, browser, source, n));
    step(new Step.Look(request));
    model
        .request(request)
        .content()
        .values()
        .forEach((key, value) -> step(reading(request, key, value.kind())));
    step(new Step.Answer(request, Ending.LOST));
  }

  private static Step reading(int request, String key, Kind kind) {
    String name = Calls.flashName(key);
    if (key.equals(SessionCalls.BEAN)) {
      return new Step.ReadBean(request);
    }
    return name == null
        ? new Step.Read(request, key, kind)
        : new Step.ReadFlash(request, name, kind);
  }

  void step(Step step) {
    if (step instanceof Step.Begin begin) {
      begin(begin);
    } else if (step instanceof Step.Open open) {
      open(open);
    } else if (step instanceof Step.Message message) {
      if (model.socket(message.request()) != null) {
        server.message(message.request());
        model = Sockets.message(model, message.request());
      }
    } else if (step instanceof Step.CopyCookies copy) {
      browser(copy.to()).copyFrom(browser(copy.from()));
    } else if (step instanceof Step.Pass pass) {
      pass(pass.millis());
    } else if (step instanceof Step.Deploy deploy) {
      deploy(model.setup().with(deploy.option(), deploy.n()));
    } else if (step instanceof Step.FailStore fail) {
      server.failStore(fail.fault());
      model = model.with(model.shared().failing(fail.fault()));
    } else if (step instanceof Step.SlowStore slow) {
      server.slowStore(() -> step(new Step.Answer(slow.request(), slow.ending())));
    } else if (step instanceof Step.LoseStore) {
      server.loseStore();
      model = model.with(model.shared().withoutSessions());
    } else if (step instanceof Step.Interrupt) {
      interrupt = true;
    } else if (step instanceof Step.Answer answer) {
      if (model.isOpen(answer.request()) && !busy.contains(answer.request())) {
        answer(answer.request(), answer.ending());
      }
    } else if (step instanceof Step.Call call) {
      call(call);
    }
  }

  /** A registry may forget a log-in while a request of it takes minutes. */
  private void pass(int millis) {
    long now = model.shared().millis() + millis;
    boolean tooLong = begun.values().stream().anyMatch(begin -> now - begin > LONGEST_REQUEST);
    if (!model.setup().hasRegistry() || !tooLong) {
      server.pass(millis);
      model = model.with(model.shared().at(now));
    }
  }

  private void deploy(Setup setup) {
    server.deploy(setup);
    int millis = server.deploymentMillis();
    Model deployed = model.with(setup);
    model =
        millis == 0
            ? deployed
            : deployed.withKeys(setup).with(model.shared().at(model.shared().millis() + millis));
  }

  private Browser browser(int number) {
    return browsers.computeIfAbsent(number, n -> new Browser());
  }

  private void begin(Step.Begin begin) {
    close(begin.request());
    List<String> values = cookies(begin);
    server.begin(begin.request(), values.isEmpty() ? null : header(values));
    model = model.begin(begin.request(), begin.browser(), values);
    begun.put(begin.request(), model.shared().millis());
  }

  private void open(Step.Open open) {
    int number = open.request();
    close(number);
    begun.remove(number);
    List<String> values = browser(open.browser()).values(model.shared().millis());
    String header = values.isEmpty() ? null : header(values);
    model = model.begin(number, open.browser(), values);
    Reaction reaction =
        react(number, interrupted -> server.open(number, header, open.touch(), interrupted));
    Request before = model.request(number);
    After after = Sockets.handshake(model, number, open.touch());
    Header expected =
        after.outcome() == Outcome.OK ? after.model().request(number).sent() : Header.NOTHING;
    model = after.model();
    receive(before, expected, reaction.text(), Ending.ENTITY);
    List<String> cookies =
        expected instanceof Header.Set
            ? List.of(Browser.SetCookie.of(reaction.text()).value())
            : expected instanceof Header.Expire ? List.of() : values;
    model = model.with(number, Sockets.opened(new After(model, after.outcome()), number, cookies));
  }

  /** Closes a socket; what was not saved is lost. */
  private boolean close(int number) {
    if (model.socket(number) == null) {
      return false;
    }
    server.close(number);
    model = model.with(number, (Socket) null).with(number, (Request) null);
    return true;
  }

  private static String header(List<String> values) {
    return "theme=dark; session=" + String.join("; session=", values) + "; empty=";
  }

  private List<String> cookies(Step.Begin begin) {
    List<String> own = browser(begin.browser()).values(model.shared().millis());
    List<String> stale =
        issued.isEmpty() ? List.of() : List.of(issued.get(begin.n() % issued.size()));
    String first = own.isEmpty() ? "" : own.get(0);
    return switch (begin.source()) {
      case OWN -> own;
      case NONE -> List.of();
      case STALE -> stale;
      case TAMPERED -> first.isEmpty() ? own : List.of(tampered(first, begin.n()));
      case CUT -> first.isEmpty() ? own : List.of(first.substring(0, begin.n() % first.length()));
      case GARBAGE -> List.of("garbage" + begin.n());
      case BEFORE_STALE -> joined(own, stale);
      case BEHIND_STALE -> joined(stale, own);
      case BEHIND_INVALID -> joined(Collections.nCopies(begin.n() % (MAX_COOKIES + 2), "x"), own);
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static String tampered(String token, int n) {
    int at = n % token.length();
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private void call(Step.Call step) {
    int request = step.request();
    if (!model.isOpen(request) || isForRequests(step, model.socket(request))) {
      return;
    }
    if (step instanceof Step.Discard) {
      server.discard(request);
      model = model.with(request, model.request(request).discarded());
      return;
    }
    Reaction reaction = react(request, interrupted -> server.call(step, interrupted));
    After after = Calls.expected(model, step, reaction);
    expect("W9 W11 T6", step, after.outcome(), reaction.outcome(), reaction.text());
    String wrong = null;
    if (reaction.outcome() == Outcome.OK) {
      wrong =
          step instanceof Step.LoginCall logins
              ? LoginCalls.difference(loaded(request), logins, reaction.text())
              : Calls.difference(after.model().request(request), step, reaction.text());
    }
    model = after.model();
    if (wrong != null) {
      throw new Mismatch("W2 V1 V2 L4", step + " " + wrong + " but was " + reaction.text());
    }
  }

  /** Returns the model after the session of a request was loaded. */
  private Model loaded(int request) {
    return model.access(request).model();
  }

  /**
   * A socket has no beans of a request; what changes inside a value after it is sent is unknown.
   */
  private static boolean isForRequests(Step.Call step, @Nullable Socket socket) {
    if (socket == null) {
      return false;
    }
    return step instanceof Step.LoginCall
        || step instanceof Step.ChangeBean
        || step instanceof Step.ReadBean
        || step instanceof Step.Discard
        || (step instanceof Step.ChangeHeld && socket.state() != Socket.State.LIVE);
  }

  private static void expect(
      String rows, Step step, Object expected, Object actual, String details) {
    if (!expected.equals(actual)) {
      throw new Mismatch(
          rows, "%s: expected %s but was %s (%s)".formatted(step, expected, actual, details));
    }
  }

  private Reaction react(int request, Function<Boolean, Reaction> call) {
    boolean interrupted = interrupt;
    interrupt = false;
    busy.add(request);
    try {
      return call.apply(interrupted);
    } finally {
      busy.remove(request);
    }
  }

  private void answer(int number, Ending wanted) {
    if (close(number)) {
      return;
    }
    Ending ending = server.effective(number, wanted);
    Reaction reaction = react(number, interrupted -> server.answer(number, ending, interrupted));
    Request before = model.request(number);
    After after = Endings.expected(model, number, ending);
    if (!Endings.isExpected(ending, after.outcome(), reaction.outcome())) {
      expect("T6", new Step.Answer(number, ending), after.outcome(), reaction.outcome(), "");
    }
    Header expected = after.model().request(number).sent();
    model = after.model().with(number, (Request) null);
    begun.remove(number);
    receive(before, expected, reaction.text(), ending);
  }

  private void receive(Request request, Header expected, String text, Ending ending) {
    if (expected instanceof Header.Nothing || text.isEmpty()) {
      expect("W1 W7", new Step.Answer(0, ending), expected, text.isEmpty() ? expected : text, "");
      if (!(expected instanceof Header.Nothing)) {
        throw new Mismatch("W1", ending + " sent nothing, expected " + expected);
      }
      return;
    }
    Browser.SetCookie cookie = Browser.SetCookie.of(text);
    if (expected instanceof Header.Set set) {
      issue(request, set, cookie);
    } else {
      expect("W4", new Step.Answer(0, ending), 0L, cookie.maxAge(), text);
      expect("W4", new Step.Answer(0, ending), "", cookie.value(), text);
      expect(
          "C5", new Step.Answer(0, ending), ((Header.Expire) expected).path(), cookie.path(), "");
    }
    if (ending != Ending.LOST) {
      browser(request.browser()).receive(cookie, model.shared().millis());
    }
  }

  private void issue(Request request, Header.Set set, Browser.SetCookie cookie) {
    Token token = set.token();
    expect("C4 C10", new Step.Look(0), token.end() - token.issuedAt(), cookie.maxAge(), "Max-Age");
    expect("C5", new Step.Look(0), set.path(), cookie.path(), "Path");
    Token known = model.shared().tokens().get(cookie.value());
    if (known != null && (!known.equals(token) || request.renew())) {
      throw new Mismatch("W3", "a token is repeated: " + known + " and " + token);
    }
    if (known == null) {
      issued.add(cookie.value());
      model = model.with(model.shared().knowing(cookie.value(), token));
    }
  }
}
