package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.json.Login;
import dev.signet.spi.LoginUse;
import dev.signet.testing.MutableClock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which uses of log-ins are reported, and when. */
class LoginUsesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final long START = NOW.toEpochMilli();
  private static final long EXPIRES_AT = NOW.getEpochSecond() + 1000;

  private final ScriptedLoginStore store = new ScriptedLoginStore();
  private final LoginUses uses = new LoginUses(store, new MutableClock(NOW));

  private static Login login(String id) {
    return new Login(id, "ada", Set.of(), 0, 0, 0);
  }

  @Test
  @DisplayName("L4 uses are reported once a minute, the last one of each log-in")
  void onceAMinute() {
    uses.note(login("0.a"), START + 100, EXPIRES_AT);
    uses.note(login("0.a"), START + 2100, EXPIRES_AT);
    uses.note(login("0.b"), START, EXPIRES_AT);
    uses.report(START + 59_999);
    assertThat(store.uses).isEmpty();
    uses.report(START + 60_000);
    assertThat(store.uses)
        .containsExactlyInAnyOrder(
            new LoginUse(
                "0.a",
                "ada",
                Instant.ofEpochMilli(START + 2100),
                Instant.ofEpochSecond(EXPIRES_AT)),
            new LoginUse("0.b", "ada", NOW, Instant.ofEpochSecond(EXPIRES_AT)));
    uses.report(START + 120_000);
    assertThat(store.uses).as("each use once").hasSize(2);
  }

  @Test
  @DisplayName("L4 uses that could not be reported are reported later")
  void afterFailure() {
    uses.note(login("0.a"), START, EXPIRES_AT);
    store.isDown = true;
    uses.report(START + 60_000);
    store.isDown = false;
    uses.report(START + 120_000);
    assertThat(store.uses).extracting(LoginUse::lastSeen).containsExactly(NOW);
  }

  @Test
  @DisplayName("L4 only the first of several uses within a second is kept")
  void onceASecond() {
    uses.note(login("0.a"), START + 100, EXPIRES_AT);
    uses.note(login("0.a"), START + 999, EXPIRES_AT);
    uses.report(START + 60_000);
    assertThat(store.uses)
        .extracting(LoginUse::lastSeen)
        .containsExactly(Instant.ofEpochMilli(START + 100));
  }

  @Test
  @DisplayName("L4 beyond a thousand log-ins in a minute, uses are not listed")
  void limit() {
    for (int i = 0; i < 1001; i++) {
      uses.note(login("0." + i), START, EXPIRES_AT);
    }
    uses.note(login("0.0"), START + 1000, EXPIRES_AT);
    uses.report(START + 60_000);
    assertThat(store.uses).hasSize(1000);
    assertThat(store.uses).extracting(LoginUse::lastSeen).contains(NOW.plusSeconds(1));
  }
}
