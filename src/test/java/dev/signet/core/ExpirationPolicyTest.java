package dev.signet.core;

import static dev.signet.core.TestApplication.EXPIRED;
import static dev.signet.core.TestApplication.START;
import static dev.signet.core.TestApplication.claims;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpirationPolicyTest {

  private static final long NOW = START.getEpochSecond();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ExpirationPolicy ONE_HOUR = new ExpirationPolicy(HOUR, true, false, null);
  private static final ExpirationPolicy AT_MOST_FIVE_HOURS =
      new ExpirationPolicy(HOUR.multipliedBy(2), true, false, HOUR.multipliedBy(5));

  private TestApplication siteWith(ExpirationPolicy lifetime) {
    TestApplication application = new TestApplication(lifetime);
    application.visit(session -> session.put("name", "Ada"));
    return application;
  }

  private static boolean known(TestApplication application) {
    return !application.request().isNew();
  }

  @Test
  @DisplayName("C4 R1 a token is valid until the second before its expiry")
  void tokenEndsToTheSecond() {
    TestApplication application = siteWith(ONE_HOUR);

    application.clock.advance(HOUR.minus(SECOND));
    assertThat(known(application)).isTrue();

    application.clock.advance(SECOND);
    assertThat(known(application)).isFalse();
    assertThat(application.refusals()).containsExactly(RejectionReason.EXPIRED);
  }

  @Test
  @DisplayName("C4 each write prolongs the token, and the cookie with it")
  void eachWriteProlongs() {
    TestApplication application = siteWith(ONE_HOUR);
    application.clock.advance(HOUR.minus(SECOND));

    assertThat(application.visit(session -> session.put("name", "Eve")))
        .hasValueSatisfying(text -> assertThat(text).contains("; Max-Age=3600;"));

    application.clock.advance(HOUR.minus(SECOND));
    assertThat(known(application)).isTrue();
  }

  @Test
  @DisplayName("C4 with none the cookie has no Max-Age and the token still expires")
  void withoutMaxAgeTheTokenStillExpires() {
    TestApplication application =
        new TestApplication(new ExpirationPolicy(TestApplication.TWO_WEEKS, false, false, null));

    assertThat(application.visit(session -> session.put("name", "Ada")))
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("Max-Age", "Expires"));
    application.clock.advance(TestApplication.TWO_WEEKS.minus(SECOND));
    assertThat(known(application)).isTrue();
    application.clock.advance(SECOND);
    assertThat(known(application)).isFalse();
  }

  @Test
  @DisplayName("C4 a shortened max-age also ends older tokens")
  void shorterMaxAgeEndsOlderTokens() {
    TestApplication application =
        siteWith(new ExpirationPolicy(TestApplication.TWO_WEEKS, true, false, null));

    application.deployWith(ONE_HOUR);
    assertThat(application.request().expiresAt()).contains(START.plus(HOUR));
    application.clock.advance(HOUR.minus(SECOND));
    assertThat(known(application)).isTrue();
    application.clock.advance(SECOND);
    assertThat(known(application)).isFalse();
  }

  @Test
  @DisplayName("C4 a longer max-age does not prolong older tokens")
  void longerMaxAgeDoesNotProlongOlderTokens() {
    TestApplication application = siteWith(ONE_HOUR);

    application.deployWith(new ExpirationPolicy(TestApplication.TWO_WEEKS, true, false, null));
    application.clock.advance(HOUR);

    assertThat(known(application)).isFalse();
  }

  @Test
  @DisplayName("C11 the absolute timeout ends a session to the second, regardless of writes")
  void absoluteTimeoutEndsTheSession() {
    TestApplication application = siteWith(AT_MOST_FIVE_HOURS);
    for (int hour = 1; hour < 5; hour++) {
      application.clock.advance(HOUR);
      String visits = "visits " + hour;
      application.visit(session -> session.put("name", visits));
    }
    application.clock.advance(HOUR.minus(SECOND));
    assertThat(known(application)).isTrue();

    application.clock.advance(SECOND);
    assertThat(known(application)).isFalse();
  }

  @Test
  @DisplayName("C11 Max-Age is the smaller of max-age and the rest of the absolute timeout")
  void maxAgeIsTheSmaller() {
    TestApplication application = siteWith(AT_MOST_FIVE_HOURS);

    application.clock.advance(HOUR);
    assertThat(application.visit(session -> session.renew()))
        .get()
        .asString()
        .contains("Max-Age=7200;");
    application.clock.advance(HOUR.multipliedBy(2).minus(SECOND));
    assertThat(application.visit(session -> session.renew()))
        .get()
        .asString()
        .contains("Max-Age=7200;");
    application.clock.advance(HOUR);
    assertThat(application.visit(session -> session.renew()))
        .get()
        .asString()
        .contains("Max-Age=3601;");
    assertThat(application.request().expiresAt()).contains(START.plus(HOUR.multipliedBy(5)));
  }

  @Test
  @DisplayName("C11 a new absolute timeout ends sessions that began before it")
  void absoluteTimeoutHoldsForOlderTokens() {
    TestApplication application =
        siteWith(new ExpirationPolicy(TestApplication.TWO_WEEKS, true, false, null));

    application.deployWith(AT_MOST_FIVE_HOURS);
    application.clock.advance(HOUR.multipliedBy(5));

    assertThat(known(application)).isFalse();
  }

  @Test
  @DisplayName("C11 a session that expires during the request is not written")
  void timeRunsOutDuringTheRequest() {
    TestApplication application = siteWith(AT_MOST_FIVE_HOURS);
    application.clock.advance(HOUR);
    application.visit(session -> session.put("visits", 1));
    RequestSession session = application.request();
    session.put("visits", 2);

    application.clock.advance(HOUR.multipliedBy(4));

    assertThat(application.respond(session)).contains(EXPIRED);
  }

  @Test
  @DisplayName("C4 a clock that goes back during the request makes no token of the past")
  void clockGoesBackDuringTheRequest() {
    TestApplication application = new TestApplication(ONE_HOUR);
    RequestSession session = application.request();
    session.put("name", "Ada");

    application.clock.set(START.minus(HOUR));

    assertThat(application.respond(session)).get().asString().contains("Max-Age=3600;");
    assertThat(application.payload())
        .isEqualTo(
            "{\"iat\":%d,\"exp\":%d,\"data\":{\"name\":\"Ada\"}}".formatted(NOW, NOW + 3600));
  }

  @ParameterizedTest
  @CsvSource({"60, true", "61, false"})
  @DisplayName("R5 a clock may be 60 seconds ahead, for iat and start")
  void clockOfAnotherServerMayBeAhead(long ahead, boolean accepted) {
    TestApplication issued = new TestApplication();
    issued.keepTokenOf(claims(NOW + ahead, NOW + 9999, NOW, "{\"name\":\"Ada\"}"));
    TestApplication started = new TestApplication();
    started.keepTokenOf(claims(NOW, NOW + 9999, NOW + ahead, "{\"name\":\"Ada\"}"));

    assertThat(known(issued)).isEqualTo(accepted);
    assertThat(known(started)).isEqualTo(accepted);
    if (!accepted) {
      assertThat(issued.refusals()).containsExactly(RejectionReason.NOT_YET_VALID);
      assertThat(started.refusals()).containsExactly(RejectionReason.NOT_YET_VALID);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "60, true", "61, false"})
  @DisplayName("R1 R5 a token is not valid before its nbf, with 60 seconds of tolerance")
  void notBeforeIsHeld(long ahead, boolean accepted) {
    TestApplication application = new TestApplication();
    application.keepTokenOf(
        "{\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"data\":{}}".formatted(NOW, NOW + ahead, NOW + 9999));

    assertThat(known(application)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "-1, false", "-60, false"})
  @DisplayName("R1 there is no tolerance for exp")
  void noToleranceForTheEnd(long left, boolean accepted) {
    TestApplication application = new TestApplication();
    application.keepTokenOf(claims(NOW - 100, NOW + left, NOW - 100, "{}"));

    assertThat(known(application)).isEqualTo(accepted);
  }
}
