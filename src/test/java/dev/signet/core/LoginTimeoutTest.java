package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timeouts that count from the log-in, with sessions in the cookie and in a store. */
class LoginTimeoutTest {

  private static final Duration TWO_WEEKS = TestApplication.TWO_WEEKS;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static TestApplication application(
      boolean stored, @Nullable Duration login, @Nullable Duration idle) {
    return application(stored, new ExpirationPolicy(TWO_WEEKS, true, false, null, login, idle));
  }

  private static TestApplication application(boolean stored, ExpirationPolicy policy) {
    var application = new TestApplication(policy);
    if (stored) {
      application.deployWith(new MemoryStore(10, application.clock));
    }
    return application;
  }

  private static void logIn(TestApplication application) {
    application.visit(session -> session.logIn("ada", Set.of()));
  }

  private static boolean isLoggedIn(TestApplication application) {
    return application.request().caller().isPresent();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L5 session.login-timeout counts from the log-in, however the session is used")
  void loginTimeout(boolean stored) {
    var application = application(stored, HOUR, null);
    application.visit(session -> session.put("cart", "book"));
    application.clock.advance(Duration.ofHours(11));
    logIn(application);
    for (int i = 0; i < 59; i++) {
      application.clock.advance(MINUTE);
      application.visit(Session::save);
    }
    application.clock.advance(Duration.ofSeconds(59));
    assertThat(isLoggedIn(application)).isTrue();
    assertThat(application.request().expiresAt())
        .contains(application.clock.instant().plusSeconds(1));
    application.clock.advance(SECOND);
    assertThat(isLoggedIn(application)).isFalse();
    assertThat(application.request().get("cart")).isNull();
    assertThat(application.refusals()).contains(RejectionReason.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L5 confirm() does not extend the log-in; another log-in does")
  void anotherLogin(boolean stored) {
    var application = application(stored, HOUR, null);
    logIn(application);
    application.clock.advance(Duration.ofMinutes(59));
    application.visit(Session::confirm);
    assertThat(application.request().expiresAt())
        .contains(application.clock.instant().plus(MINUTE));
    logIn(application);
    assertThat(application.request().expiresAt()).contains(application.clock.instant().plus(HOUR));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L5 session.idle-timeout ends a session that is not used, and use extends it")
  void idleTimeout(boolean stored) {
    var application = application(stored, null, HOUR);
    logIn(application);
    for (int i = 0; i < 10; i++) {
      application.clock.advance(Duration.ofMinutes(50));
      application.visit(session -> assertThat(session.caller()).isPresent());
    }
    application.clock.advance(HOUR.minus(SECOND));
    assertThat(isLoggedIn(application)).isTrue();
    application.clock.advance(SECOND);
    assertThat(isLoggedIn(application)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L5 a session that is used is extended at most once per tenth of the idle timeout")
  void extendedSeldom(boolean stored) {
    var application = application(stored, null, HOUR);
    logIn(application);
    application.clock.advance(Duration.ofMinutes(5));
    assertThat(application.visit(Session::caller)).isEmpty();
    application.clock.advance(MINUTE);
    assertThat(application.visit(Session::caller)).isPresent();
    assertThat(application.visit(Session::caller)).isEmpty();
  }

  @Test
  @DisplayName("L5 the idle timeout applies to callers only")
  void anonymousSessions() {
    var application = application(false, HOUR, HOUR);
    application.visit(session -> session.put("cart", "book"));
    application.clock.advance(Duration.ofDays(13));
    assertThat(application.request().get("cart")).isEqualTo("book");
    assertThat(application.visit(session -> session.get("cart"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L5 a remembered log-in lasts its own time, with a cookie that outlives the browser")
  void remembered(boolean stored) {
    var policy = new ExpirationPolicy(HOUR, false, false, null, HOUR, MINUTE);
    var application = application(stored, policy);
    logIn(application);
    assertThat(application.visit(Session::save)).get().asString().doesNotContain("Max-Age");
    var cookie =
        application.visit(
            session -> session.logIn(LogIn.of("ada").remembered(Duration.ofDays(30))));
    assertThat(cookie).get().asString().contains("Max-Age=2592000");
    application.clock.advance(Duration.ofDays(29));
    assertThat(application.visit(session -> session.put("a", 1)))
        .get()
        .asString()
        .contains("Max-Age=86400");
    application.clock.advance(Duration.ofDays(1).minus(SECOND));
    assertThat(isLoggedIn(application)).isTrue();
    application.clock.advance(SECOND);
    assertThat(isLoggedIn(application)).isFalse();
  }

  @Test
  @DisplayName("L5 a log-in cannot be remembered longer than session.absolute-timeout")
  void rememberedTooLong() {
    var application = application(false, new ExpirationPolicy(TWO_WEEKS, true, false, HOUR));
    RequestSession session = application.request();
    session.logIn(LogIn.of("bob").remembered(HOUR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> session.logIn(LogIn.of("ada").remembered(HOUR.plus(SECOND))))
        .withMessageContaining("session.absolute-timeout ends every session after PT1H");
    assertThat(session.caller()).get().extracting(caller -> caller.name()).isEqualTo("bob");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L5 a timeout that became shorter ends older log-ins too")
  void shorterTimeout(boolean stored) {
    var application = application(stored, null, null);
    logIn(application);
    application.deployWith(new ExpirationPolicy(TWO_WEEKS, true, false, null, HOUR, null));
    application.clock.advance(HOUR.minus(SECOND));
    assertThat(isLoggedIn(application)).isTrue();
    application.clock.advance(SECOND);
    assertThat(isLoggedIn(application)).isFalse();
  }
}
