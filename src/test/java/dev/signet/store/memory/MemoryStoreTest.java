package dev.signet.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import dev.signet.testing.MutableClock;
import dev.signet.testing.StoreContract;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MemoryStoreTest {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final MutableClock clock = new MutableClock(START);
  private final MemoryStore store = new MemoryStore(3, clock);

  @TestFactory
  @DisplayName("T2 the store keeps the contract of all stores")
  Stream<DynamicTest> contract() {
    var large = new MemoryStore(10_000, Clock.systemUTC());
    return StoreContract.checks().stream()
        .map(check -> dynamicTest(check.text(), () -> check.run(large)));
  }

  private SessionId create(Duration rest) {
    SessionId id = SessionId.random(random);
    store.create(id, new SessionRecord(Map.of("a", "1"), clock.instant().plus(rest)));
    return id;
  }

  @Test
  @DisplayName("T7 an expired session is gone from its exact second")
  void expiry() {
    SessionId id = create(Duration.ofMinutes(1));
    clock.advance(Duration.ofMillis(59_999));
    assertThat(store.load(id)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(store.load(id)).isEmpty();
  }

  private static SessionUpdate change() {
    var base = new SessionRecord(Map.of(), START);
    return new SessionUpdate(base, Map.of("a", "2"), Set.of(), START.plus(Duration.ofHours(1)));
  }

  private void move(SessionId id) {
    assertThat(store.move(id, id.next(random), change())).isTrue();
  }

  @Test
  @DisplayName("T4 a move is remembered for a minute, and as many moves as sessions")
  void movesAreRemembered() {
    SessionId id = create(Duration.ofHours(1));
    move(id);
    clock.advance(Duration.ofMillis(59_999));
    assertThat(store.wasMoved(id)).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(store.wasMoved(id)).isFalse();

    var moved =
        Stream.generate(() -> create(Duration.ofHours(1))).limit(4).peek(this::move).toList();
    assertThat(moved.stream().filter(store::wasMoved))
        .containsExactlyElementsOf(moved.subList(1, 4));
  }

  @Test
  @DisplayName("T7 the least recently used session makes room at the bound")
  void bounded() {
    SessionId first = create(Duration.ofHours(1));
    SessionId second = create(Duration.ofHours(1));
    SessionId third = create(Duration.ofHours(1));
    assertThat(store.load(first)).isPresent();
    SessionId fourth = create(Duration.ofHours(1));
    assertThat(store.load(second)).isEmpty();
    assertThat(Stream.of(first, third, fourth)).allMatch(id -> store.load(id).isPresent());
  }

  @Test
  @DisplayName("T7 expired sessions make room first")
  void expiredMakeRoom() {
    create(Duration.ofSeconds(1));
    create(Duration.ofSeconds(1));
    SessionId lasting = create(Duration.ofHours(1));
    clock.advance(Duration.ofSeconds(1));
    create(Duration.ofHours(1));
    create(Duration.ofHours(1));
    assertThat(store.load(lasting)).isPresent();
  }
}
