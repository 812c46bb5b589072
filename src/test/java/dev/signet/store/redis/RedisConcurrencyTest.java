package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.change;
import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers at the same session at once, a thousand times. */
class RedisConcurrencyTest {

  private static final int TIMES = 1000;

  private static RealRedis redis;
  private static RedisStore one;
  private static RedisStore other;

  private final CyclicBarrier start = new CyclicBarrier(2);

  @BeforeAll
  static void start(@TempDir Path folder) {
    redis = new RealRedis(folder);
    one = redis.store();
    other = redis.store();
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  @DisplayName("T3 Two concurrent updates of different attributes both win")
  void bothWin() {
    for (int i = 0; i < TIMES; i++) {
      SessionId id = id();
      one.create(id, session(Map.of("left", "0", "right", "0", "gone", "0")));
      var left = together(() -> one.update(id, put("left", "1")));
      var right = together(() -> other.update(id, change(Map.of("right", "1"), Set.of("gone"))));
      assertThat(left.join()).isTrue();
      assertThat(right.join()).isTrue();
      assertThat(one.load(id)).contains(session(Map.of("left", "1", "right", "1")));
    }
  }

  @Test
  @DisplayName("T4 An update concurrent with a deletion never brings the session back")
  void updateAndDelete() {
    for (int i = 0; i < TIMES; i++) {
      SessionId id = id();
      one.create(id, session(Map.of("a", "1")));
      var update = together(() -> one.update(id, put("a", "2")));
      var deletion = together(() -> deleted(other, id));
      update.join();
      deletion.join();
      assertThat(one.load(id)).isEmpty();
    }
  }

  @Test
  @DisplayName("T4 A move concurrent with a deletion happens before it or not at all")
  void moveAndDelete() {
    for (int i = 0; i < TIMES; i++) {
      SessionId id = id();
      SessionId renewed = id();
      one.create(id, session(Map.of("a", "1")));
      var move = together(() -> one.move(id, renewed, put("a", "2")));
      var deletion = together(() -> deleted(other, id));
      boolean there = move.join();
      deletion.join();
      assertThat(one.load(id)).isEmpty();
      assertThat(one.load(renewed).isPresent()).isEqualTo(there);
    }
  }

  @Test
  @DisplayName("T4 An update concurrent with a move is in the moved session or has no effect")
  void updateAndMove() {
    for (int i = 0; i < TIMES; i++) {
      SessionId id = id();
      SessionId renewed = id();
      one.create(id, session(Map.of("a", "1")));
      var update = together(() -> one.update(id, put("a", "2")));
      var move = together(() -> other.move(id, renewed, put("b", "1")));
      String expected = update.join() ? "2" : "1";
      assertThat(move.join()).isTrue();
      assertThat(one.load(id)).isEmpty();
      assertThat(one.load(renewed)).contains(session(Map.of("a", expected, "b", "1")));
    }
  }

  private static boolean deleted(RedisStore store, SessionId id) {
    store.delete(id);
    return true;
  }

  /** Two of these begin at the same moment. */
  private <T> CompletableFuture<T> together(Supplier<T> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            start.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return call.get();
        },
        task -> new Thread(task).start());
  }
}
