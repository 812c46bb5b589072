package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisHangingTest {

  private static final Duration TIMEOUT = Duration.ofMillis(300);

  /** For a machine that is busy. */
  private static final Duration A_BIT = Duration.ofSeconds(2);

  private final SessionId id = id();
  private RealRedis redis;

  @BeforeEach
  void start(@TempDir Path folder) {
    redis = new RealRedis(folder);
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  @DisplayName("T6 A hanging server is waited for within the timeout, and recovers")
  void hangs() {
    try (var store = redis.store(2, TIMEOUT)) {
      store.create(id, session(Map.of("a", "1")));
      redis.hang();
      List<Runnable> calls =
          List.of(
              () -> store.load(id),
              () -> store.create(id(), session(Map.of())),
              () -> store.update(id, put("a", "2")),
              () -> store.move(id(), id(), put("a", "2")),
              () -> store.delete(id()));
      for (Runnable call : calls) {
        assertThat(failure(call)).hasMessageContaining("SocketTimeoutException");
      }
      redis.goOn();
      assertThat(store.load(id)).isPresent();
      assertThat(store.update(id, put("a", "3"))).isTrue();
      assertThat(store.load(id)).contains(session(Map.of("a", "3")));
    }
  }

  @Test
  @DisplayName("T6 An exhausted pool is waited for within the timeout")
  void poolRunsDry() {
    try (var store = redis.store(1, TIMEOUT)) {
      store.create(id, session(Map.of("a", "1")));
      redis.hang();
      List<CompletableFuture<SessionStoreException>> calls =
          Stream.generate(() -> inBackground(() -> store.load(id))).limit(8).toList();
      assertThat(calls.stream().map(CompletableFuture::join))
          .anySatisfy(
              e ->
                  assertThat(e)
                      .hasMessageContaining("All 1 connections were in use for PT0.3S")
                      .hasMessageContaining("NoSuchElementException"));
      redis.goOn();
      assertThat(store.load(id)).contains(session(Map.of("a", "1")));
    }
  }

  @Test
  @DisplayName("T6 An interrupted thread does not wait, and stays interrupted")
  void interrupted() {
    try (var store = redis.store(1, TIMEOUT)) {
      store.create(id, session(Map.of()));
      redis.hang();
      Runnable call =
          () -> {
            Thread.currentThread().interrupt();
            try {
              store.load(id);
            } finally {
              assertThat(Thread.interrupted()).isTrue();
            }
          };
      List<CompletableFuture<SessionStoreException>> calls =
          Stream.generate(() -> inBackground(call)).limit(8).toList();
      assertThat(calls.stream().map(CompletableFuture::join))
          .anySatisfy(
              e ->
                  assertThat(e)
                      .hasMessageContaining("InterruptedException. The thread was interrupted"));
    }
  }

  private static CompletableFuture<SessionStoreException> inBackground(Runnable call) {
    return CompletableFuture.supplyAsync(() -> failure(call), task -> new Thread(task).start());
  }

  /** Waits at most for a connection and then for the server. */
  private static SessionStoreException failure(Runnable call) {
    long start = System.nanoTime();
    var failure = catchThrowableOfType(SessionStoreException.class, call::run);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(TIMEOUT.multipliedBy(2).plus(A_BIT));
    return failure;
  }
}
