package dev.signet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies made and read without a request. */
class TestSessionsTest {

  private static final String SECRET = "kit-5Vb8Nq2Xw7Lr4Ty9Hc1Jz6Gd3Mf0PsKa";
  private static final Map<String, Object> ADA = Map.of("user", 7, "roles", List.of("clerk"));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));

  private TestSessions sessions(boolean encrypted) {
    return (encrypted ? TestSessions.encryptedWith(SECRET) : TestSessions.signedWith(SECRET))
        .at(clock);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N4 what is made is read, among other cookies or as it was set")
  void readBack(boolean encrypted) {
    TestSessions sessions = sessions(encrypted);
    String cookie = sessions.cookie(ADA);
    assertThat(cookie).startsWith("session=").doesNotContain(";");
    assertThat(cookie.chars().filter(c -> c == '.')).hasSize(encrypted ? 4 : 2);
    for (String header :
        List.of(cookie, "a=b; " + cookie + "; c=d", cookie + "; Max-Age=9; Path=/; HttpOnly")) {
      assertThat(sessions.read(header)).isEqualTo(ADA);
    }
    var session = sessions.read(cookie);
    assertThat(session.isNew()).isFalse();
    assertThat(session.startedAt()).isEqualTo(clock.instant());
    assertThat(session.expiresAt()).contains(clock.instant().plus(Duration.ofDays(14)));
  }

  @Test
  @DisplayName("N4 an aged cookie began then, and ends when it would have")
  void aged() {
    TestSessions sessions = sessions(false);
    var session = sessions.read(sessions.aged(Duration.ofDays(13)).cookie(ADA));
    assertThat(session.startedAt()).isEqualTo(clock.instant().minus(Duration.ofDays(13)));
    assertThat(session.expiresAt()).contains(clock.instant().plus(Duration.ofDays(1)));
    for (long days : new long[] {14, -1}) {
      assertThat(sessions.read(sessions.aged(Duration.ofDays(days)).cookie(ADA)).isNew()).isTrue();
    }
    var hour = sessions.lasting(Duration.ofHours(1));
    String cookie = hour.cookie(ADA);
    clock.advance(Duration.ofHours(1));
    assertThat(hour.read(cookie)).isEmpty();
  }

  @Test
  @DisplayName("N4 R1 R4 what is of another key or name is a new session")
  void others() {
    TestSessions sessions = sessions(false);
    String cookie = sessions.cookie(ADA);
    assertThat(TestSessions.signedWith(SECRET + "x").at(clock).read(cookie).isNew()).isTrue();
    TestSessions sid = sessions.named("sid");
    assertThat(sid.read(cookie.replace("session=", "sid=")).isNew()).isTrue();
    assertThat(sid.read(sid.cookie(ADA))).isEqualTo(ADA);
    assertThat(sessions.read("session=; Max-Age=0; Path=/").isNew()).isTrue();
  }

  @Test
  @DisplayName("N4 T1 sessions of a store: the cookie has an id, the store what is in it")
  void inAStore() {
    var store = new MemoryStore(10, clock);
    TestSessions sessions = sessions(false).keptIn(store);
    String cookie = sessions.cookie(ADA);
    assertThat(sessions.read(cookie)).isEqualTo(ADA);
    assertThat(sessions.keptIn(new MemoryStore(10, clock)).read(cookie)).isEmpty();
    assertThat(sessions(false).read(cookie)).isEmpty();
  }

  @Test
  @DisplayName("N4 K1 what cannot be made says so; no secret is shown")
  void faults() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sessions(false).cookie(Map.of()))
        .withMessageContaining("without attributes");
    assertThatIllegalArgumentException().isThrownBy(() -> TestSessions.signedWith("short"));
    assertThat(sessions(true).named("sid")).hasToString("TestSessions[sid]");
  }
}
