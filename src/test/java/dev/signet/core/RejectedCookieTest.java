package dev.signet.core;

import static dev.signet.core.TestApplication.START;
import static dev.signet.core.TestApplication.claims;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.logging.TestLog;
import dev.signet.seal.SessionKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For signed and for encrypted tokens. */
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class RejectedCookieTest {

  private static final long NOW = START.getEpochSecond();
  private static final String DATA = "{\"name\":\"Ada\"}";

  private final TestApplication application;
  private String good = "";

  RejectedCookieTest(boolean encrypted) {
    application = new TestApplication(encrypted);
  }

  @BeforeEach
  void earlier() {
    good = application.cookieOf(claims(NOW, NOW + 60, NOW, DATA));
  }

  /** A bad cookie is a fresh session, beside which reading sends nothing and putting works. */
  private void assertRejected(String cookieHeader, RejectionReason reason) {
    RequestSession session = application.request(cookieHeader);

    assertThat(session).isEmpty();
    assertThat(session.isNew()).isTrue();
    assertThat(session.createdAt()).isEqualTo(application.clock.instant());
    assertThat(session.expiresAt()).isEmpty();
    assertThat(session.decide(false)).isEmpty();
    assertThat(application.events).containsExactly(new SessionEvent.CookieRejected(reason));

    RequestSession written = application.request(cookieHeader);
    written.put("name", "Eve");
    assertThat(application.respond(written)).isPresent();
    assertThat(application.request()).isEqualTo(Map.of("name", "Eve"));
  }

  @Test
  @DisplayName("R1 a request without a cookie is not a rejection")
  void noCookieIsNoRejection() {
    assertThat(application.request((String) null)).isEmpty();
    assertThat(application.request("other=1; sessions=2; SESSION=3")).isEmpty();
    assertThat(application.events).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | MALFORMED",
        "x                        | MALFORMED",
        "a.b.c                    | MALFORMED",
        "..                       | MALFORMED",
        "%C3%A4                   | MALFORMED",
        "sitzung-äöü-\uD83C\uDF6A | MALFORMED"
      })
  @DisplayName("R1 R8 text that is no token is rejected")
  void noToken(String value, RejectionReason reason) {
    assertRejected("session=" + value, reason);
  }

  @Test
  @DisplayName("R1 R8 an over-long cookie is rejected")
  void overLong() {
    assertRejected("session=" + "a".repeat(4097), RejectionReason.TOO_LONG);
  }

  @Test
  @DisplayName("R1 R8 a truncated cookie is rejected")
  void truncated() {
    assertRejected(good.substring(0, good.length() - 1), RejectionReason.MALFORMED);
  }

  @Test
  @DisplayName("R1 R8 a cookie with changed content is rejected")
  void changed() {
    String[] parts = good.split("\\.", -1);
    parts[parts.length - 2] = encoded(claims(NOW, NOW + 60, NOW, "{\"name\":\"Eve\"}"));

    assertRejected(String.join(".", parts), RejectionReason.BAD_SIGNATURE);
  }

  @Test
  @DisplayName("R4 R8 a token of another cookie under this cookie's key ID is rejected")
  void contentOfAnotherCookie() {
    String payload = claims(NOW, NOW + 60, NOW, DATA);
    String other =
        application
            .seal(List.of(TestApplication.KEY), "other")
            .seal("", payload.getBytes(UTF_8), "");

    assertRejected(
        good.substring(0, good.indexOf('.')) + other.substring(other.indexOf('.')),
        RejectionReason.BAD_SIGNATURE);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  @DisplayName("R1 R8 a token of another application is rejected")
  void foreign() {
    var stranger =
        application.seal(List.of(new SessionKey("a-key-of-another-application-9f3k")), "session");
    String payload = claims(NOW, NOW + 60, NOW, DATA);

    assertRejected(
        "session=" + stranger.seal("", payload.getBytes(UTF_8), ""), RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("R4 R8 a token of another cookie of the same application is rejected")
  void ofAnotherCookie() {
    var other = application.seal(List.of(TestApplication.KEY), "other");
    String payload = claims(NOW, NOW + 60, NOW, DATA);

    assertRejected(
        "session=" + other.seal("", payload.getBytes(UTF_8), ""), RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("R3 R8 a token without a signature is rejected")
  void unsigned() {
    String header = encoded("{\"alg\":\"none\"}");
    String payload = encoded(claims(NOW, NOW + 60, NOW, DATA));

    assertRejected("session=" + header + "." + payload + ".", RejectionReason.MALFORMED);
    application.events.clear();
    assertRejected(
        "session=" + header + "." + payload + "." + "A".repeat(43), RejectionReason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"iat\":1,\"data\":{}}",
        "{\"iat\":NOW,\"start\":NOW,\"data\":{}}",
        "{\"exp\":END,\"data\":{}}",
        "{\"iat\":NOW,\"exp\":END}",
        "{\"iat\":NOW,\"exp\":\"END\",\"data\":{}}",
        "{\"iat\":true,\"exp\":END,\"data\":{}}",
        "{\"iat\":NOW,\"exp\":null,\"data\":{}}",
        "{\"iat\":NOW,\"exp\":1e99,\"data\":{}}",
        "{\"iat\":NOW,\"exp\":END,\"data\":[]}",
        "{\"iat\":NOW,\"exp\":END,\"data\":{}",
      })
  @DisplayName("R5 R8 a signed token without valid times or content is rejected")
  void incompleteClaims(String payload) {
    String times = payload.replace("NOW", "" + NOW).replace("END", "" + (NOW + 60));

    assertRejected(application.cookieOf(times), RejectionReason.MALFORMED);
  }

  @Test
  @DisplayName("R2 R8 a signed token that is nested too deep is rejected")
  void nestedTooDeep() {
    String deep = "[".repeat(1200) + "]".repeat(1200);

    assertRejected(
        application.cookieOf(claims(NOW, NOW + 60, NOW, "{\"a\":" + deep + "}")),
        RejectionReason.MALFORMED);
  }

  @Test
  @DisplayName("R6 bad cookies before a valid one are rejected, and the first of equal age wins")
  void badCookiesAreRejected() {
    String second = application.cookieOf(claims(NOW, NOW + 60, NOW, "{\"name\":\"Eve\"}"));
    String expired = application.cookieOf(claims(NOW - 60, NOW, NOW - 60, DATA));

    RequestSession session =
        application.request("a=b; session=bad; " + expired + "; " + good + "; " + second);

    assertThat(session).isEqualTo(Map.of("name", "Ada"));
    assertThat(session.decide(false)).isEmpty();
    assertThat(application.events)
        .containsExactly(
            new SessionEvent.CookieRejected(RejectionReason.MALFORMED),
            new SessionEvent.CookieRejected(RejectionReason.EXPIRED));
  }

  @Test
  @DisplayName("R6 W14 the valid cookie with the newest iat wins in any order")
  void newestWins() {
    String older = application.cookieOf(claims(NOW - 9, NOW + 60, NOW - 9, "{\"name\":\"Eve\"}"));
    String expired = application.cookieOf(claims(NOW, NOW, NOW, "{\"name\":\"Eve\"}"));
    String future = application.cookieOf(claims(NOW + 61, NOW + 99, NOW, "{\"name\":\"Eve\"}"));

    for (String header :
        new String[] {
          older + "; " + good,
          good + "; " + older,
          older + "; " + future + "; " + good,
          expired + "; " + good
        }) {
      assertThat(application.request(header)).isEqualTo(Map.of("name", "Ada"));
    }
  }

  @Test
  @DisplayName("W14 several valid cookies are logged once, with the options that delete the former")
  void severalValidCookies() {
    assertThat(application.request(good + "; " + good + "; session=a")).isNotEmpty();
    assertThat(TestLog.installed().text()).doesNotContain("session.former-paths");

    String older = application.cookieOf(claims(NOW - 9, NOW + 60, NOW - 9, "{\"name\":\"Eve\"}"));
    assertThat(application.request(older + "; " + good)).isNotEmpty();
    assertThat(application.request(good + "; " + older)).isNotEmpty();

    assertThat(TestLog.installed().text())
        .containsOnlyOnce("several valid cookies named session")
        .contains("session.former-paths")
        .doesNotContain("eyJ");
  }

  @Test
  @DisplayName("R6 several bad cookies give one new session")
  void severalBadCookies() {
    assertThat(application.request("session=a; session=b")).isEmpty();
    assertThat(application.events).hasSize(2);
  }
}
