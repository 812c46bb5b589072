package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed and started again on what it has on the disk. */
class RedisOutageTest {

  private static final int WRITERS = 6;

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
  @DisplayName("T6 Through an outage nothing acknowledged is lost and nothing deleted comes back")
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
  @DisplayName("T6 After a restart no call fails for a connection that was there before")
  void staleConnections() {
    SessionId id = id();
    try (var store = redis.store()) {
      store.create(id, session(Map.of("a", "1")));
      manyConnections(store, id);
      redis.kill();
      redis.startAgain();
      assertThat(store.load(id)).contains(session(Map.of("a", "1")));
      manyConnections(store, id);
      redis.kill();
      redis.startAgain();
      assertThat(store.update(id, put("a", "2"))).isTrue();
      assertThat(store.load(id)).contains(session(Map.of("a", "2")));
      manyConnections(store, id);
    }
  }

  private static void manyConnections(RedisStore store, SessionId id) {
    IntStream.range(0, RedisStore.CONNECTIONS)
        .mapToObj(i -> CompletableFuture.runAsync(() -> store.load(id), t -> new Thread(t).start()))
        .toList()
        .forEach(CompletableFuture::join);
  }

  @Test
  @DisplayName("T6 While the server is away each call says so, and the first one after it succeeds")
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
