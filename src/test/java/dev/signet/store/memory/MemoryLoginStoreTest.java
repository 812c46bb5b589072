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

  @Test
  @DisplayName("L4 memory is bounded, and ended log-ins are forgotten when no token can be valid")
  void bounded() {
    var clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
    var small = new MemoryLoginStore(2, clock);
    Instant later = clock.instant().plus(Duration.ofHours(1));
    for (String id : new String[] {"a", "b", "c"}) {
      small.add(new LoginRecord(id, "ada", clock.instant(), clock.instant(), "", later));
    }
    assertThat(small.find("ada")).extracting(LoginRecord::id).containsExactly("b", "c");
    small.end(List.of("b"), later);
    assertThat(small.isEnded("b")).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(small.isEnded("b")).isFalse();
    assertThat(small.endedSince(null).ended()).isEmpty();
  }
}
