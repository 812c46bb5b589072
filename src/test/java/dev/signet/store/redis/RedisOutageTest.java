package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

/** The server is killed and started again on what it has on the disk. */
class RedisOutageTest {

  private static final int WRITERS = 6;
  private static final int MANY = 8;

  private RealRedis redis;

  @BeforeEach
  void start(@TempDir Path folder) {
    redis = new RealRedis(folder, "--appendonly", "yes", "--appendfsync", "always");
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  @DisplayName("T6 An outage loses no acknowledged write and brings back no deleted session")
  void nothingIsLost() {
    try (var store = redis.store()) {
      var writers = Stream.generate(() -> new Writer(store)).limit(WRITERS).toList();
      var threads = writers.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);

      writers.forEach(writer -> writer.awaitMoreRounds(10));
      redis.kill();
      writers.forEach(writer -> writer.awaitFailure());
      redis.startAgain();
      writers.forEach(writer -> writer.awaitMoreRounds(10));
      redis.kill();
      redis.startAgain();
      writers.forEach(writer -> writer.awaitMoreRounds(10));
      writers.forEach(Writer::finish);
      threads.forEach(RedisOutageTest::join);

      writers.forEach(Writer::verify);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("T6 After a restart no call fails because of an old connection")
  void staleConnections() {
    SessionId id = id();
    try (var store = redis.store(RedisStore.CONNECTIONS, Duration.ofSeconds(30))) {
      store.create(id, session(Map.of("a", "1")));
      openConnections(store, id);
      redis.kill();
      redis.startAgain();
      assertThat(store.update(id, put("a", "2"))).isTrue();
      openConnections(store, id);
      redis.kill();
      redis.startAgain();
      loads(store, id).forEach(CompletableFuture::join);
      assertThat(store.load(id)).contains(session(Map.of("a", "2")));
    }
  }

  /** Leaves several idle ones in the pool: while the server hangs, each call has its own. */
  private void openConnections(RedisStore store, SessionId id) {
    try (var console = redis.console()) {
      do {
        redis.hang();
        var loads = loads(store, id);
        redis.goOn();
        loads.forEach(CompletableFuture::join);
      } while (RealRedis.number(console, "clients", "connected_clients:") < 1 + MANY);
    }
  }

  private static List<CompletableFuture<Void>> loads(RedisStore store, SessionId id) {
    return Stream.generate(
            () ->
                CompletableFuture.runAsync(() -> store.load(id), task -> new Thread(task).start()))
        .limit(RedisStore.CONNECTIONS)
        .toList();
  }

  @Test
  @DisplayName("T6 Each call fails while the server is down, and the first one after it succeeds")
  void awayAndBack() {
    SessionId id = id();
    try (var store = redis.store()) {
      redis.kill();
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> store.create(id, session(Map.of())))
          .withMessageContaining("127.0.0.1:" + redis.port());
      assertThatExceptionOfType(SessionStoreException.class).isThrownBy(() -> store.load(id));
      redis.startAgain();
      store.create(id, session(Map.of("a", "1")));
      assertThat(store.load(id)).contains(session(Map.of("a", "1")));
    }
  }
}
