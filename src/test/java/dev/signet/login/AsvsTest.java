package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.LogIn;
import dev.signet.Logins.ActiveLogin;
import dev.signet.Session;
import dev.signet.SessionTooLargeException;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.JsonCodec;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.spi.SessionId;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The rows of OWASP ASVS 5.0 that Signet covers, in an application with the options that {@code
 * src/docs/asvs.md} lists for level 2 and sessions in the cookie.
 */
class AsvsTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration TWELVE_HOURS = Duration.ofHours(12);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final LoginTracker tracker =
      new LoginTracker(
          new MemoryLoginStore(1000, clock),
          new LoginRules(
              Duration.ofSeconds(5), false, 3, Duration.ofMinutes(30), Duration.ofSeconds(2)),
          clock,
          RANDOM,
          event -> {});
  private final Seal seal =
      Seal.signing(
          List.of(new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt")), "__Host-id");
  private final SessionLifecycle lifecycle =
      new SessionLifecycle(
          () -> seal,
          new CookiePersistence(RANDOM, false),
          new SetCookie("__Host-id", "/", null, true, SameSite.LAX, false),
          SecurePolicy.TRUE,
          new ExpirationPolicy(Duration.ofDays(14), false, false, null, TWELVE_HOURS, IDLE),
          clock,
          event -> {},
          new JsonCodec(),
          false,
          tracker);

  private RequestSession request(@Nullable String cookie) {
    return lifecycle.begin(() -> cookie, () -> true);
  }

  /** Makes a request; returns the {@code Set-Cookie} header, or an empty text. */
  private String visit(@Nullable String cookie, Consumer<Session> resource) {
    RequestSession session = request(cookie);
    resource.accept(session);
    return session.decide(false).orElse("");
  }

  private static String pair(String header) {
    return header.substring(0, header.indexOf(';'));
  }

  private String logIn(String name) {
    return pair(visit(null, session -> session.logIn(name, Set.of("user"))));
  }

  private boolean accepts(@Nullable String cookie) {
    return request(cookie).caller().isPresent();
  }

  private RequestLogins logins(@Nullable String cookie) {
    RequestSession session = request(cookie);
    return new RequestLogins(tracker, () -> session);
  }

  @Test
  @DisplayName("L7 ASVS 7.2.1 the server verifies every token; a changed one is no session")
  void tokensAreVerified() {
    String cookie = logIn("ada");
    int payload = cookie.indexOf('.') + 5;
    char other = cookie.charAt(payload) == 'A' ? 'B' : 'A';
    assertThat(accepts(cookie)).isTrue();
    assertThat(accepts(cookie.substring(0, payload) + other + cookie.substring(payload + 1)))
        .isFalse();
  }

  @Test
  @DisplayName(
      "L7 ASVS 7.2.2 7.2.3 tokens are made for each log-in; stored ids have 160 random bits")
  void tokensAreFresh() {
    Set<String> tokens = new HashSet<>();
    Set<SessionId> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      tokens.add(logIn("user" + i));
      ids.add(SessionId.random(RANDOM));
    }
    assertThat(tokens).hasSize(100);
    assertThat(ids).hasSize(100).allMatch(id -> id.value().length() * 6 >= 160);
  }

  @Test
  @DisplayName("L7 ASVS 7.2.4 a log-in and another proof each give a new token")
  void newTokenAtLogin() {
    String anonymous = pair(visit(null, session -> session.put("cart", 1)));
    String caller = pair(visit(anonymous, session -> session.logIn("ada", Set.of())));
    String confirmed = pair(visit(caller, Session::confirm));
    assertThat(Set.of(anonymous, caller, confirmed)).hasSize(3);
    assertThat(accepts(anonymous)).isFalse();
    String again = pair(visit(confirmed, session -> session.logIn("ada", Set.of())));
    assertThat(accepts(again)).isTrue();
    assertThat(accepts(caller)).as("the log-in before has ended").isFalse();
    assertThat(accepts(confirmed)).isFalse();
  }

  @Test
  @DisplayName("L7 ASVS 7.3.1 a session that is not used ends after the inactivity timeout")
  void inactivity() {
    String cookie = logIn("ada");
    clock.advance(IDLE.minusSeconds(1));
    assertThat(accepts(cookie)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(accepts(cookie)).isFalse();
  }

  @Test
  @DisplayName("L7 ASVS 7.3.2 a session ends at its absolute maximum, however it is used")
  void absoluteMaximum() {
    String cookie = logIn("ada");
    for (int i = 0; i < 12 * 4 - 1; i++) {
      clock.advance(Duration.ofMinutes(15));
      cookie = pair(visit(cookie, Session::save));
      assertThat(accepts(cookie)).isTrue();
    }
    clock.advance(Duration.ofMinutes(15));
    assertThat(accepts(cookie)).isFalse();
  }

  @Test
  @DisplayName("L7 ASVS 7.4.1 after the log-out no copy of the token is accepted")
  void logOut() {
    String cookie = logIn("ada");
    String copy = pair(visit(cookie, session -> session.put("a", 1)));
    visit(cookie, Session::delete);
    assertThat(accepts(cookie)).isFalse();
    assertThat(accepts(copy)).isFalse();
  }

  @Test
  @DisplayName("L7 ASVS 7.4.2 7.4.5 all sessions of a user, and of all users, can be ended")
  void endAll() {
    String one = logIn("ada");
    String two = logIn("ada");
    String bob = logIn("bob");
    logins(null).endAll("ada");
    assertThat(accepts(one)).isFalse();
    assertThat(accepts(two)).isFalse();
    assertThat(accepts(bob)).isTrue();
    logins(null).endEveryone();
    assertThat(accepts(bob)).isFalse();
  }

  @Test
  @DisplayName("L7 ASVS 7.4.3 the other sessions can be ended after a change of the password")
  void endOthers() {
    String one = logIn("ada");
    String two = logIn("ada");
    logins(two).endOthers();
    assertThat(accepts(one)).isFalse();
    assertThat(accepts(two)).isTrue();
  }

  @Test
  @DisplayName("L7 ASVS 7.5.1 7.5.3 the time of the last proof is known, and confirm() renews it")
  void lastProof() {
    String cookie = logIn("ada");
    clock.advance(Duration.ofMinutes(6));
    assertThat(request(cookie).isConfirmedWithin(Duration.ofMinutes(5))).isFalse();
    String confirmed = pair(visit(cookie, Session::confirm));
    assertThat(request(confirmed).isConfirmedWithin(Duration.ofMinutes(5))).isTrue();
  }

  @Test
  @DisplayName("L7 ASVS 7.5.2 a user sees their sessions and ends any of them")
  void ownSessions() {
    String phone = pair(visit(null, session -> session.logIn(LogIn.of("ada").device("phone"))));
    String desk = logIn("ada");
    String bob = logIn("bob");
    List<ActiveLogin> seen = logins(desk).of("ada");
    assertThat(seen).hasSize(2);
    String id = seen.stream().filter(login -> !login.isCurrent()).findFirst().orElseThrow().id();
    assertThat(logins(bob).end(id)).as("by another user").isFalse();
    assertThat(logins(desk).end(id)).isTrue();
    assertThat(accepts(phone)).isFalse();
    assertThat(accepts(desk)).isTrue();
  }

  @Test
  @DisplayName("L7 ASVS 7.1.2 the number of sessions of a user is limited")
  void limitedNumber() {
    String first = logIn("ada");
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(1));
      logIn("ada");
    }
    assertThat(logins(null).of("ada")).hasSize(3);
    assertThat(accepts(first)).isFalse();
  }

  @Test
  @DisplayName(
      "L7 ASVS 3.3.1 3.3.2 3.3.3 3.3.4 the cookie is Secure, HttpOnly, SameSite and __Host-")
  void cookieAttributes() {
    assertThat(visit(null, session -> session.logIn("ada", Set.of())))
        .startsWith("__Host-id=")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain=");
  }

  @Test
  @DisplayName("L7 ASVS 3.3.5 a cookie over 4096 bytes is not sent")
  void cookieSize() {
    assertThatThrownBy(() -> request(null).put("a", "x".repeat(4096)))
        .isInstanceOf(SessionTooLargeException.class);
  }
}
