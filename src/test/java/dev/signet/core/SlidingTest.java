package dev.signet.core;

import static dev.signet.core.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static TestApplication siteWith(Duration maxAge, @Nullable Duration absoluteTimeout) {
    TestApplication application =
        new TestApplication(new ExpirationPolicy(maxAge, true, true, absoluteTimeout));
    application.visit(session -> session.put("name", "Ada"));
    return application;
  }

  private static Optional<String> read(TestApplication application) {
    return application.visit(session -> assertThat(session).containsEntry("name", "Ada"));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "359, false", "360, true", "361, true", "3599, true"})
  @DisplayName("C10 a session that is used is prolonged once a tenth of max-age has passed")
  void prolongedOncePerTenth(int seconds, boolean prolonged) {
    TestApplication application = siteWith(HOUR, null);
    application.clock.advance(Duration.ofSeconds(seconds));

    assertThat(read(application).isPresent()).isEqualTo(prolonged);
    assertThat(read(application)).isEmpty();
    assertThat(application.request().expiresAt())
        .contains(START.plus(HOUR).plusSeconds(prolonged ? seconds : 0));
  }

  @Test
  @DisplayName("C10 a session that is used continuously does not end")
  void usedSessionDoesNotEnd() {
    TestApplication application = siteWith(HOUR, null);

    for (int i = 0; i < 24; i++) {
      application.clock.advance(HOUR.minusSeconds(1));
      assertThat(read(application)).isPresent();
    }
    assertThat(application.request().createdAt()).isEqualTo(START);
  }

  @Test
  @DisplayName("W13 C10 a slow request that only reads is not prolonged in the cookie")
  void slowReadIsNotProlonged() {
    TestApplication application = siteWith(HOUR, null);
    application.clock.advance(HOUR.dividedBy(2));
    RequestSession slow = application.request();
    assertThat(slow).containsEntry("name", "Ada");

    application.clock.advance(Duration.ofSeconds(1));

    assertThat(slow.decide(false)).isEmpty();
    assertThat(read(application)).isPresent();
  }

  @Test
  @DisplayName("W13 C10 a slow request never prolongs a session that ended in the store")
  void slowReadNeverRevivesAStoredSession() {
    TestApplication application = new TestApplication(new ExpirationPolicy(HOUR, true, true, null));
    application.deployWith(new MemoryStore(10, application.clock));
    application.visit(session -> session.put("name", "Ada"));
    application.clock.advance(HOUR.dividedBy(2));
    RequestSession slow = application.request();
    RequestSession slower = application.request();
    assertThat(slow).containsEntry("name", "Ada");
    assertThat(slower).containsEntry("name", "Ada");

    application.clock.advance(Duration.ofSeconds(30));
    assertThat(slow.decide(false)).isPresent();
    application.visit(Session::delete);

    assertThat(slower.decide(false)).isEmpty();
    assertThat(application.request()).isEmpty();
  }

  @Test
  @DisplayName("C10 H3 an untouched session is not prolonged")
  void untouchedIsNotProlonged() {
    TestApplication application = siteWith(HOUR, null);
    application.clock.advance(HOUR.dividedBy(2));

    assertThat(application.visit(session -> {})).isEmpty();
  }

  @Test
  @DisplayName("C10 without sliding a session that is only read is not prolonged")
  void notProlongedWithoutSliding() {
    TestApplication application =
        new TestApplication(new ExpirationPolicy(HOUR, true, false, null));
    application.visit(session -> session.put("name", "Ada"));
    application.clock.advance(HOUR.dividedBy(2));

    assertThat(read(application)).isEmpty();
  }

  @Test
  @DisplayName("C10 W7 a 500 does not prolong")
  void serverErrorDoesNotProlong() {
    TestApplication application = siteWith(HOUR, null);
    application.clock.advance(HOUR.dividedBy(2));
    RequestSession session = application.request();
    assertThat(session).hasSize(1);

    assertThat(application.fail(session)).isEmpty();
  }

  @Test
  @DisplayName(
      "C10 C11 a session is not prolonged beyond the absolute timeout, and not written without"
          + " gain")
  void neverBeyondTheAbsoluteTimeout() {
    TestApplication application = siteWith(HOUR, Duration.ofMinutes(90));

    application.clock.advance(Duration.ofMinutes(45));
    assertThat(read(application)).get().asString().contains("Max-Age=2700;");
    application.clock.advance(Duration.ofMinutes(30));
    assertThat(read(application)).isEmpty();
    assertThat(application.request().expiresAt()).contains(START.plus(Duration.ofMinutes(90)));
    application.clock.advance(Duration.ofMinutes(15));
    assertThat(application.request()).isEmpty();
  }

  @Test
  @DisplayName("C10 a max-age of seconds is prolonged at most once a second")
  void shortMaxAge() {
    TestApplication application = siteWith(Duration.ofSeconds(5), null);

    assertThat(read(application)).isEmpty();
    application.clock.advance(Duration.ofSeconds(1));
    assertThat(read(application)).isPresent();
  }

  @Test
  @DisplayName("C4 C10 a session from before a shorter max-age is prolonged by the new value")
  void prolongedByTheNewRules() {
    TestApplication application = siteWith(TestApplication.TWO_WEEKS, null);
    application.deployWith(new ExpirationPolicy(HOUR, true, true, null));
    application.clock.advance(Duration.ofMinutes(50));

    assertThat(read(application)).get().asString().contains("Max-Age=3600;");

    application.clock.advance(Duration.ofMinutes(50));
    assertThat(read(application)).isPresent();
  }
}
