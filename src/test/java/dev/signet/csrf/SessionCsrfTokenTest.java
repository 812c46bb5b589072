package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.config.ExemptPaths;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCsrfTokenTest {

  private static final SessionKey KEY = new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt");
  private static final SessionKey NEW_KEY =
      new SessionKey("p3Zx8cVb1nMq6wEr4tYu9iOa2sDf7gHj5kLp0QwX");

  private final SecureRandom random = new SecureRandom();
  private final Seal seal = Seal.signing(List.of(KEY), "session");
  private final SessionLifecycle lifecycle = lifecycle(seal, true);
  private final SessionLifecycle older = lifecycle(seal, false);

  private SessionLifecycle lifecycle(Seal current, boolean needsId) {
    return new SessionLifecycle(
        () -> current,
        new CookiePersistence(random, needsId),
        new SetCookie("session", "/", null, true, SameSite.LAX, false),
        SecurePolicy.AUTO,
        new ExpirationPolicy(Duration.ofDays(14), true, false, null),
        Clock.systemUTC(),
        event -> {});
  }

  private RequestSession session(@Nullable String cookie) {
    return lifecycle.begin(() -> cookie, () -> false);
  }

  private SessionCsrfToken of(RequestSession session, Mode mode) {
    return new SessionCsrfToken(
        () -> session, new CsrfConfig(mode, Set.of(), new ExemptPaths(Set.of())), random);
  }

  private SessionCsrfToken of(RequestSession session) {
    return of(session, Mode.TOKEN);
  }

  private String cookie(RequestSession session) {
    return session.decide(false).orElseThrow().split(";", 2)[0];
  }

  @Test
  @DisplayName("N2 a token is valid in later requests of its session, and sends no cookie")
  void later() {
    RequestSession page = session(null);
    page.put("name", "Ada");
    String first = of(page).value();
    String second = of(page).value();
    RequestSession next = session(cookie(page));

    assertThat(first).isNotEqualTo(second);
    assertThat(of(next).matches(first)).isTrue();
    assertThat(of(next).matches(second)).isTrue();
    assertThat(of(next).matches(of(next).value())).isTrue();
    assertThat(next.decide(false)).isEmpty();
  }

  @Test
  @DisplayName("N2 a token of another session is invalid")
  void otherSession() {
    RequestSession other = session(null);
    RequestSession without = session(null);
    without.put("name", "Ada");
    String token = of(session(null)).value();

    assertThat(of(other).value()).isNotEmpty();
    assertThat(of(other).matches(token)).isFalse();
    assertThat(of(without).matches(token)).isFalse();
    assertThat(of(other).matches("")).isFalse();
  }

  @Test
  @DisplayName("N2 renew() keeps the content and ends earlier tokens")
  void renewed() {
    RequestSession login = session(null);
    login.put("name", "Ada");
    String before = of(login).value();
    login.renew();
    assertThat(of(login).matches(before)).isFalse();
    String after = of(login).value();

    RequestSession next = session(cookie(login));
    assertThat(next.get("name")).isEqualTo("Ada");
    assertThat(of(next).matches(before)).isFalse();
    assertThat(of(next).matches(after)).isTrue();
  }

  @Test
  @DisplayName("N2 concurrent pages after a log-in accept each other's tokens")
  void atOnceAfterLogin() {
    RequestSession login = session(null);
    login.put("name", "Ada");
    of(login).value();
    login.renew();
    String cookie = cookie(login);
    String token = of(session(cookie)).value();
    assertThat(of(session(cookie)).matches(token)).isTrue();
  }

  @Test
  @DisplayName("N2 without token mode there is no token, and the session is untouched")
  void switchedOff() {
    RequestSession session = session(null);
    assertThat(of(session, Mode.ORIGIN).value()).isEmpty();
    assertThat(of(session, Mode.OFF).value()).isEmpty();
    assertThat(of(session)).hasToString("CsrfToken[of the current session]");
    assertThat(session.isUsed()).isFalse();
  }

  @Test
  @DisplayName(
      "N2 a token needs no write: two pages of one session that are loaded at once both post")
  void concurrentPages() {
    RequestSession first = session(null);
    first.put("name", "Ada");
    String cookie = cookie(first);
    RequestSession left = session(cookie);
    RequestSession right = session(cookie);
    String leftToken = of(left).value();
    String rightToken = of(right).value();
    assertThat(left.decide(false)).isEmpty();
    right.put("theme", "dark");
    RequestSession post = session(cookie(right));
    assertThat(of(post).matches(leftToken)).isTrue();
    assertThat(of(post).matches(rightToken)).isTrue();
  }

  @Test
  @DisplayName("N2 sessions from before session.csrf=token have lasting tokens")
  void olderCookie() {
    RequestSession old = older.begin(() -> null, () -> false);
    old.put("name", "Ada");
    String cookie = cookie(old);
    String token = of(session(cookie)).value();
    RequestSession writing = session(cookie);
    writing.put("theme", "dark");
    RequestSession again = session(cookie(writing));
    again.put("theme", "light");
    assertThat(of(session(cookie(again))).matches(token)).isTrue();
  }

  @Test
  @DisplayName("N2 a token in a new session does not create it")
  void noSession() {
    RequestSession page = session(null);
    assertThat(of(page).value()).isNotEmpty();
    assertThat(page.decide(false)).isEmpty();
  }

  @Test
  @DisplayName("N2 null never matches, and nothing matches if session.csrf is not token")
  void absentTextIsNoToken() {
    RequestSession session = session(null);
    assertThat(of(session).matches(null)).isFalse();
    String token = of(session).value();
    assertThat(of(session).matches(token)).isTrue();
    RequestSession other = session(null);
    for (Mode mode : new Mode[] {Mode.OFF, Mode.ORIGIN}) {
      assertThat(of(other, mode).matches(of(other, mode).value())).isFalse();
      assertThat(of(other, mode).matches(token)).isFalse();
      assertThat(of(other, mode).matches(null)).isFalse();
    }
    assertThat(other.isUsed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "ada", "2f1c3f3e-8f0a-4a53-9a39-d2c8a8a1b7f2", "a/b+c=d a/b+c=d!"})
  @DisplayName("N2 a token does not depend on an id that another issuer gave to a session")
  void foreignId(String id) {
    String left = cookieWithId(id, "Ada");
    String right = cookieWithId(id, "Bob");
    String token = of(session(left)).value();
    assertThat(of(session(right)).matches(token)).isFalse();
    assertThat(of(session(left)).matches(token)).isTrue();
    RequestSession writing = session(left);
    writing.put("theme", "dark");
    assertThat(of(session(cookie(writing))).matches(token)).isTrue();
  }

  private String cookieWithId(String id, String user) {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"iat\":%d,\"exp\":%d,\"jti\":\"%s\",\"data\":{\"user\":\"%s\"}}"
            .formatted(now, now + 1000, id, user);
    return "session=" + seal.seal("", claims.getBytes(UTF_8), "");
  }

  @Test
  @DisplayName("N2 a refused request changes nothing, and does not refresh its session")
  void refusedRequestChangesNothing() {
    RequestSession page = session(null);
    page.put("name", "Ada");
    String cookie = cookie(page);
    Seal rotated = Seal.signing(List.of(NEW_KEY, KEY), "session");
    SessionLifecycle later = lifecycle(rotated, true);
    RequestSession read = later.begin(() -> cookie, () -> false);
    assertThat(read.get("name")).isEqualTo("Ada");
    assertThat(read.decide(false)).as("a refresh with the new key").isPresent();

    RequestSession refused = later.begin(() -> cookie, () -> false);
    refused.put("name", "Mallory");
    refused.renew();
    refused.save();
    refused.discard();
    assertThat(refused.get("name")).isEqualTo("Ada");
    assertThat(refused.decide(false)).isEmpty();
    assertThat(refused.isUsed()).isTrue();
  }
}
