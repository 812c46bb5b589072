package dev.signet.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.login.LoginStoreContract;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MemoryLoginStoreTest implements LoginStoreContract {

  private final LoginStore store = new MemoryLoginStore(100, Clock.systemUTC());

  @Override
  public LoginStore store() {
    return store;
  }

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final LoginStore small = new MemoryLoginStore(2, clock);

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private void add(String id, int hours) {
    small.add(new LoginRecord(id, "ada", clock.instant(), clock.instant(), "", in(hours)));
  }

  private List<String> found() {
    return small.find("ada").stream().map(LoginRecord::id).toList();
  }

  @Test
  @DisplayName("L4 memory is bounded, and ended log-ins are forgotten when no token can be valid")
  void bounded() {
    add("a", 3);
    add("b", 3);
    add("c", 3);
    assertThat(found()).containsExactly("b", "c");
    small.end(List.of("b"), in(1));
    small.end(List.of("x"), in(2));
    assertThat(small.isEnded("b")).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(small.isEnded("b")).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(small.endedSince(null).ended()).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(found()).isEmpty();
  }

  @Test
  @DisplayName("L4 expired log-ins make room first")
  void expiredMakeRoom() {
    add("a", 2);
    add("b", 1);
    clock.advance(Duration.ofHours(1));
    add("c", 2);
    assertThat(found()).containsExactly("a", "c");
  }

  @Test
  @DisplayName("L4 each answer has only the log-ins that ended since the one before")
  void news() {
    small.end(List.of("a"), in(1));
    String cursor = small.endedSince(null).cursor();
    small.end(List.of("b"), in(1));
    assertThat(small.endedSince(cursor).ended()).containsOnlyKeys("b");
  }

  @Test
  @DisplayName("L4 endEveryone() leaves no log-in, and is a new generation also at the same time")
  void everyone() {
    add("a", 1);
    small.endEveryone();
    long generation = small.endedSince(null).generation();
    small.endEveryone();
    assertThat(found()).isEmpty();
    assertThat(small.endedSince(null).generation()).isGreaterThan(generation);
  }
}
