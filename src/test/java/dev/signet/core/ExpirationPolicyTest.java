package dev.signet.core;

import static dev.signet.core.Site.EXPIRED;
import static dev.signet.core.Site.START;
import static dev.signet.core.Site.claims;
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

  private Site siteWith(ExpirationPolicy lifetime) {
    Site site = new Site(lifetime);
    site.visit(session -> session.put("name", "Ada"));
    return site;
  }

  private static boolean known(Site site) {
    return !site.request().isNew();
  }

  @Test
  @DisplayName("C4 R1 a token is valid until the second before it ends")
  void tokenEndsToTheSecond() {
    Site site = siteWith(ONE_HOUR);

    site.clock.advance(HOUR.minus(SECOND));
    assertThat(known(site)).isTrue();

    site.clock.advance(SECOND);
    assertThat(known(site)).isFalse();
    assertThat(site.refusals()).containsExactly(RejectionReason.EXPIRED);
  }

  @Test
  @DisplayName("C4 each write prolongs the token, and the cookie with it")
  void eachWriteProlongs() {
    Site site = siteWith(ONE_HOUR);
    site.clock.advance(HOUR.minus(SECOND));

    assertThat(site.visit(session -> session.put("name", "Eve")))
        .hasValueSatisfying(text -> assertThat(text).contains("; Max-Age=3600;"));

    site.clock.advance(HOUR.minus(SECOND));
    assertThat(known(site)).isTrue();
  }

  @Test
  @DisplayName("C4 none: the cookie has no Max-Age, the token ends all the same")
  void withoutMaxAgeTheTokenEndsAllTheSame() {
    Site site = new Site(new ExpirationPolicy(Site.TWO_WEEKS, false, false, null));

    assertThat(site.visit(session -> session.put("name", "Ada")))
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("Max-Age", "Expires"));
    site.clock.advance(Site.TWO_WEEKS.minus(SECOND));
    assertThat(known(site)).isTrue();
    site.clock.advance(SECOND);
    assertThat(known(site)).isFalse();
  }

  @Test
  @DisplayName("C4 a max-age that was shortened ends older tokens too")
  void shorterMaxAgeEndsOlderTokens() {
    Site site = siteWith(new ExpirationPolicy(Site.TWO_WEEKS, true, false, null));

    site.deployWith(ONE_HOUR);
    assertThat(site.request().expiresAt()).contains(START.plus(HOUR));
    site.clock.advance(HOUR.minus(SECOND));
    assertThat(known(site)).isTrue();
    site.clock.advance(SECOND);
    assertThat(known(site)).isFalse();
  }

  @Test
  @DisplayName("C4 a max-age that was prolonged does not prolong older tokens")
  void longerMaxAgeDoesNotProlongOlderTokens() {
    Site site = siteWith(ONE_HOUR);

    site.deployWith(new ExpirationPolicy(Site.TWO_WEEKS, true, false, null));
    site.clock.advance(HOUR);

    assertThat(known(site)).isFalse();
  }

  @Test
  @DisplayName("C11 a session ends to the second after it began, however often it was written")
  void absoluteTimeoutEndsTheSession() {
    Site site = siteWith(AT_MOST_FIVE_HOURS);
    for (int hour = 1; hour < 5; hour++) {
      site.clock.advance(HOUR);
      String visits = "visits " + hour;
      site.visit(session -> session.put("name", visits));
    }
    site.clock.advance(HOUR.minus(SECOND));
    assertThat(known(site)).isTrue();

    site.clock.advance(SECOND);
    assertThat(known(site)).isFalse();
  }

  @Test
  @DisplayName("C11 Max-Age is the smaller of max-age and what the absolute timeout leaves")
  void maxAgeIsTheSmaller() {
    Site site = siteWith(AT_MOST_FIVE_HOURS);

    site.clock.advance(HOUR);
    assertThat(site.visit(session -> session.renew())).get().asString().contains("Max-Age=7200;");
    site.clock.advance(HOUR.multipliedBy(2).minus(SECOND));
    assertThat(site.visit(session -> session.renew())).get().asString().contains("Max-Age=7200;");
    site.clock.advance(HOUR);
    assertThat(site.visit(session -> session.renew())).get().asString().contains("Max-Age=3601;");
    assertThat(site.request().expiresAt()).contains(START.plus(HOUR.multipliedBy(5)));
  }

  @Test
  @DisplayName("C11 an absolute timeout that is introduced ends sessions that began before")
  void absoluteTimeoutHoldsForOlderTokens() {
    Site site = siteWith(new ExpirationPolicy(Site.TWO_WEEKS, true, false, null));

    site.deployWith(AT_MOST_FIVE_HOURS);
    site.clock.advance(HOUR.multipliedBy(5));

    assertThat(known(site)).isFalse();
  }

  @Test
  @DisplayName("C11 a session whose time ran out during the request is not written any more")
  void timeRunsOutDuringTheRequest() {
    Site site = siteWith(AT_MOST_FIVE_HOURS);
    site.clock.advance(HOUR);
    site.visit(session -> session.put("visits", 1));
    RequestSession session = site.request();
    session.put("visits", 2);

    site.clock.advance(HOUR.multipliedBy(4));

    assertThat(site.respond(session)).contains(EXPIRED);
  }

  @Test
  @DisplayName("C4 a clock that goes back between opening and writing makes no token of the past")
  void clockGoesBackDuringTheRequest() {
    Site site = new Site(ONE_HOUR);
    RequestSession session = site.request();
    session.put("name", "Ada");

    site.clock.set(START.minus(HOUR));

    assertThat(site.respond(session)).get().asString().contains("Max-Age=3600;");
    assertThat(site.payload()).isEqualTo(claims(NOW, NOW + 3600, NOW, "{\"name\":\"Ada\"}"));
  }

  @ParameterizedTest
  @CsvSource({"60, true", "61, false"})
  @DisplayName("R5 a clock may be 60 seconds ahead, for iat and start")
  void clockOfAnotherServerMayBeAhead(long ahead, boolean accepted) {
    Site issued = new Site();
    issued.keepTokenOf(claims(NOW + ahead, NOW + 9999, NOW, "{\"name\":\"Ada\"}"));
    Site started = new Site();
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
    Site site = new Site();
    site.keepTokenOf(
        "{\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"data\":{}}".formatted(NOW, NOW + ahead, NOW + 9999));

    assertThat(known(site)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "-1, false", "-60, false"})
  @DisplayName("R1 there is no tolerance for exp")
  void noToleranceForTheEnd(long left, boolean accepted) {
    Site site = new Site();
    site.keepTokenOf(claims(NOW - 100, NOW + left, NOW - 100, "{}"));

    assertThat(known(site)).isEqualTo(accepted);
  }
}
