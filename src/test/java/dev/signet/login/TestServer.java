package dev.signet.login;

import dev.signet.Logins;
import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.core.SessionPersistence;
import dev.signet.core.StorePersistence;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.JsonCodec;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.spi.LoginStore;
import dev.signet.spi.SessionStore;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of several servers of an application, with its own clock, on a shared registry. */
final class TestServer {

  static final Duration DELAY = Duration.ofSeconds(5);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Seal SEAL =
      Seal.signing(List.of(new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt")), "session");

  final MutableClock clock;
  final LoginTracker tracker;
  final List<SessionEvent> events = new ArrayList<>();
  private final SessionLifecycle lifecycle;

  TestServer(LoginStore logins, MutableClock clock, @Nullable SessionStore store) {
    this(
        logins,
        clock,
        store,
        new LoginRules(DELAY, false, null, Duration.ofDays(14), Duration.ofSeconds(2)));
  }

  TestServer(
      LoginStore logins, MutableClock clock, @Nullable SessionStore store, LoginRules rules) {
    this.clock = clock;
    this.tracker = new LoginTracker(logins, rules, clock, RANDOM, events::add);
    SessionPersistence persistence =
        store == null
            ? new CookiePersistence(RANDOM, false)
            : new StorePersistence(store, 100_000, RANDOM, event -> {});
    this.lifecycle =
        new SessionLifecycle(
            () -> SEAL,
            persistence,
            new SetCookie("session", "/", null, true, SameSite.LAX, false),
            SecurePolicy.AUTO,
            new ExpirationPolicy(Duration.ofDays(14), true, true, null),
            clock,
            events::add,
            new JsonCodec(),
            false,
            tracker);
  }

  RequestSession request(@Nullable String cookie) {
    return lifecycle.begin(() -> cookie, () -> false);
  }

  /** Makes a request; returns the cookie that the browser has afterwards. */
  @Nullable String visit(@Nullable String cookie, Consumer<Session> resource) {
    RequestSession session = request(cookie);
    resource.accept(session);
    return answer(session, cookie);
  }

  static @Nullable String answer(RequestSession session, @Nullable String cookie) {
    Optional<String> header = session.decide(false);
    if (header.isEmpty()) {
      return cookie;
    }
    String text = header.get();
    return text.contains("Max-Age=0") ? null : text.substring(0, text.indexOf(';'));
  }

  /** Logs a user in; returns the cookie. */
  String logIn(String name) {
    String cookie = visit(null, session -> session.logIn(name, Set.of("staff")));
    if (cookie == null) {
      throw new AssertionError("no cookie");
    }
    return cookie;
  }

  boolean accepts(@Nullable String cookie) {
    return request(cookie).caller().isPresent();
  }

  /** Returns the log-ins as a request with a cookie sees them. */
  Logins logins(@Nullable String cookie) {
    RequestSession session = request(cookie);
    return new RequestLogins(tracker, () -> session);
  }

  static List<String> devices(List<Logins.ActiveLogin> logins) {
    return logins.stream().map(login -> login.device().orElse("unknown")).toList();
  }
}
