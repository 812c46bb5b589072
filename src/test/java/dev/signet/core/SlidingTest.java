package dev.signet.core;

import static dev.signet.core.Site.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static Site siteWith(Duration maxAge, @Nullable Duration absoluteTimeout) {
    Site site = new Site(new ExpirationPolicy(maxAge, true, true, absoluteTimeout));
    site.visit(session -> session.put("name", "Ada"));
    return site;
  }

  private static Optional<String> read(Site site) {
    return site.visit(session -> assertThat(session).containsEntry("name", "Ada"));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "359, false", "360, true", "361, true", "3599, true"})
  @DisplayName("C10 a session that is used is prolonged once a tenth of max-age has passed")
  void prolongedOncePerTenth(int seconds, boolean prolonged) {
    Site site = siteWith(HOUR, null);
    site.clock.advance(Duration.ofSeconds(seconds));

    assertThat(read(site).isPresent()).isEqualTo(prolonged);
    assertThat(read(site)).isEmpty();
    assertThat(site.request().expiresAt())
        .contains(START.plus(HOUR).plusSeconds(prolonged ? seconds : 0));
  }

  @Test
  @DisplayName("C10 a session that is used all the time does not end")
  void usedSessionDoesNotEnd() {
    Site site = siteWith(HOUR, null);

    for (int i = 0; i < 24; i++) {
      site.clock.advance(HOUR.minusSeconds(1));
      assertThat(read(site)).isPresent();
    }
    assertThat(site.request().createdAt()).isEqualTo(START);
  }

  @Test
  @DisplayName("C10 H3 a session that nobody touches is not prolonged")
  void untouchedIsNotProlonged() {
    Site site = siteWith(HOUR, null);
    site.clock.advance(HOUR.dividedBy(2));

    assertThat(site.visit(session -> {})).isEmpty();
  }

  @Test
  @DisplayName("C10 without sliding a session that is only read is not prolonged")
  void notProlongedWithoutSliding() {
    Site site = new Site(new ExpirationPolicy(HOUR, true, false, null));
    site.visit(session -> session.put("name", "Ada"));
    site.clock.advance(HOUR.dividedBy(2));

    assertThat(read(site)).isEmpty();
  }

  @Test
  @DisplayName("C10 W7 a 500 does not prolong")
  void serverErrorDoesNotProlong() {
    Site site = siteWith(HOUR, null);
    site.clock.advance(HOUR.dividedBy(2));
    RequestSession session = site.request();
    assertThat(session).hasSize(1);

    assertThat(site.fail(session)).isEmpty();
  }

  @Test
  @DisplayName(
      "C10 C11 never beyond the absolute timeout, and not written where that gains nothing")
  void neverBeyondTheAbsoluteTimeout() {
    Site site = siteWith(HOUR, Duration.ofMinutes(90));

    site.clock.advance(Duration.ofMinutes(45));
    assertThat(read(site)).get().asString().contains("Max-Age=2700;");
    site.clock.advance(Duration.ofMinutes(30));
    assertThat(read(site)).isEmpty();
    assertThat(site.request().expiresAt()).contains(START.plus(Duration.ofMinutes(90)));
    site.clock.advance(Duration.ofMinutes(15));
    assertThat(site.request()).isEmpty();
  }

  @Test
  @DisplayName("C10 a max-age of seconds is prolonged at most once a second")
  void shortMaxAge() {
    Site site = siteWith(Duration.ofSeconds(5), null);

    assertThat(read(site)).isEmpty();
    site.clock.advance(Duration.ofSeconds(1));
    assertThat(read(site)).isPresent();
  }

  @Test
  @DisplayName("C4 C10 a session from before max-age was shortened is prolonged by the new rules")
  void prolongedByTheNewRules() {
    Site site = siteWith(Site.TWO_WEEKS, null);
    site.deployWith(new ExpirationPolicy(HOUR, true, true, null));
    site.clock.advance(Duration.ofMinutes(50));

    assertThat(read(site)).get().asString().contains("Max-Age=3600;");

    site.clock.advance(Duration.ofMinutes(50));
    assertThat(read(site)).isPresent();
  }
}
