package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.json.Login;
import dev.signet.logging.TestLog;
import dev.signet.spi.LoginRecord;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The calls of the tracker to the registry. */
class LoginTrackerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration LIFETIME = Duration.ofDays(14);
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final MutableClock clock = new MutableClock(NOW);
  private final ScriptedLoginStore store = new ScriptedLoginStore();

  private LoginTracker tracker(boolean acceptWhenDown, @Nullable Integer perUser) {
    var rules =
        new LoginRules(Duration.ZERO, acceptWhenDown, perUser, LIFETIME, Duration.ofSeconds(2));
    return new LoginTracker(store, rules, clock, new SecureRandom(), event -> {});
  }

  private static Login login(String id, Duration remembered) {
    long now = NOW.getEpochSecond();
    return new Login(id, "ada", Set.of(), now, now, remembered.toSeconds());
  }

  private static LoginRecord listed(String id, Instant expiresAt) {
    return new LoginRecord(id, "ada", NOW, NOW, "", expiresAt);
  }

  @Test
  @DisplayName("L3 L5 an ended log-in is remembered for as long as it may have a token")
  void rememberedUntil() {
    LoginTracker tracker = tracker(false, null);
    tracker.end(login("0.a", Duration.ZERO));
    tracker.end(login("0.b", Duration.ofDays(100)));
    assertThat(store.remembered)
        .containsExactly(
            NOW.plus(LIFETIME).plus(MARGIN), NOW.plus(Duration.ofDays(100)).plus(MARGIN));
  }

  @Test
  @DisplayName("L4 a use is reported at once if it extends the log-in to another minute")
  void extension() {
    LoginTracker tracker = tracker(false, null);
    Login login = login("0.a", Duration.ZERO);
    tracker.extend(login, NOW, NOW.plusSeconds(59));
    assertThat(store.uses).isEmpty();
    tracker.extend(login, NOW, NOW.plusSeconds(60));
    assertThat(store.uses).hasSize(1);
    assertThat(store.uses.get(0).expiresAt()).isEqualTo(NOW.plusSeconds(60).plus(MARGIN));
  }

  @Test
  @DisplayName("L4 a log-in is listed until a minute after its last token, and if it has not ended")
  void listed() {
    LoginTracker tracker = tracker(false, null);
    store.add(listed("0.minute", NOW.plus(MARGIN).minusSeconds(60)));
    store.add(listed("0.second", NOW.plus(MARGIN).minusSeconds(59)));
    store.add(listed("0.ended", NOW.plus(LIFETIME)));
    tracker.end(login("0.ended", Duration.ZERO));
    assertThat(store.cursors).as("nothing was asked yet").isEmpty();
    assertThat(tracker.list("ada")).extracting(LoginRecord::id).containsExactly("0.second");
    assertThat(tracker.find("ada"))
        .extracting(LoginRecord::id)
        .containsExactlyInAnyOrder("0.minute", "0.second");
    assertThat(store.cursors).as("the ended log-ins are asked for before").isNotEmpty();
  }

  @Test
  @DisplayName("L3 a registry that is down is logged once with when-down=accept, until it is back")
  void loggedOnce() {
    LoginTracker tracker = tracker(true, null);
    Login login = login("0.a", Duration.ZERO);
    store.isDown = true;
    assertThat(tracker.isEnded(login, 0)).isFalse();
    assertThat(warnings()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(tracker.isEnded(login, 0)).isFalse();
    assertThat(warnings()).isEqualTo(1);
    store.isDown = false;
    clock.advance(Duration.ofSeconds(2));
    assertThat(tracker.isEnded(login, 0)).isFalse();
    store.isDown = true;
    clock.advance(Duration.ofSeconds(2));
    assertThat(tracker.isEnded(login, 0)).isFalse();
    assertThat(warnings()).isEqualTo(2);
  }

  private static long warnings() {
    return TestLog.installed().records().stream()
        .filter(
            logged ->
                logged.getLevel().equals(Level.WARNING)
                    && logged.getMessage().contains("The registry of log-ins is down"))
        .count();
  }
}
