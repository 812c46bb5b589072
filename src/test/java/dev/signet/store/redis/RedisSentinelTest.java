package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.FreePort;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.testing.StoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A primary with a replica, and a sentinel that promotes the replica. */
class RedisSentinelTest {

  private static final int WRITERS = 4;
  private static final long MILLIS_TO_REPLICATE = 10_000;
  private static final String NAME = "my-primary.1";

  private RealRedis primary;
  private RealRedis replica;
  private RealRedis sentinel;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    primary = new RealRedis(Files.createDirectory(folder.resolve("primary")));
    replica =
        new RealRedis(
            Files.createDirectory(folder.resolve("replica")),
            "--replicaof",
            "127.0.0.1 " + primary.port());
    awaitTrue(
        () -> {
          try (var console = primary.console()) {
            return console.info("replication").contains("state=online");
          }
        });
    sentinel = RealRedis.sentinel(Files.createDirectory(folder.resolve("sentinel")), primary, NAME);
    awaitTrue(
        () -> {
          try (var console = sentinel.console()) {
            return console.sentinelReplicas(NAME).stream()
                .anyMatch(replica -> "ok".equals(replica.get("master-link-status")));
          }
        });
  }

  @AfterEach
  void stop() {
    sentinel.close();
    replica.close();
    primary.close();
  }

  static void awaitTrue(BooleanSupplier condition) {
    Instant latest = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(latest);
      Thread.onSpinWait();
    }
  }

  private RedisStore store(String name) {
    String nowhere = "127.0.0.1:" + FreePort.find();
    return new RedisStore(
        "redis+sentinel://%s,127.0.0.1:%d/2#%s".formatted(nowhere, sentinel.port(), name));
  }

  @TestFactory
  @DisplayName("T2 T10 The contract of all stores, with the primary that a sentinel names")
  Stream<DynamicTest> contract() {
    return StoreContract.checks().stream()
        .map(check -> dynamicTest(check.text(), () -> onOneStore(check)));
  }

  private void onOneStore(StoreContract.Check check) {
    try (var store = store(NAME)) {
      check.run(store);
    }
  }

  @Test
  @DisplayName(
      "T6 T10 After a failover nothing that was replicated is missing, and calls succeed again")
  void failover() throws InterruptedException {
    try (var store = store(NAME)) {
      var writers = Stream.generate(() -> new Writer(store)).limit(WRITERS).toList();
      var threads = writers.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);
      writers.forEach(writer -> writer.awaitMoreRounds(10));
      writers.forEach(Writer::pause); // Redis replicates asynchronously
      try (var console = primary.console()) {
        console.set("marker", "last");
        assertThat(console.waitReplicas(1, MILLIS_TO_REPLICATE)).isEqualTo(1);
      }
      primary.kill();
      writers.forEach(Writer::resume);
      writers.forEach(Writer::awaitFailure);
      writers.forEach(writer -> writer.awaitMoreRounds(10));
      writers.forEach(Writer::finish);
      for (Thread thread : threads) {
        thread.join();
      }
      writers.forEach(Writer::verify);
      try (var console = replica.console()) {
        assertThat(console.info("replication")).contains("role:master");
      }
    }
  }

  @Test
  @DisplayName("T6 T10 Idle connections to a primary that hung are not used after the failover")
  void hungPrimary() {
    SessionId id = id();
    try (var store = store(NAME)) {
      store.create(id, session(Map.of("a", "1")));
      primary.hang();
      assertThatExceptionOfType(SessionStoreException.class).isThrownBy(() -> store.load(id));
      awaitTrue(
          () -> {
            try (var console = replica.console()) {
              return console.info("replication").contains("role:master");
            }
          });
      awaitTrue(() -> loads(store, id));
      primary.goOn();
      SessionId later = id();
      store.create(later, session(Map.of("a", "2")));
      try (var promoted = new RedisStore(replica.uri() + "/2")) {
        assertThat(promoted.load(later)).isPresent();
      }
    }
  }

  private static boolean loads(RedisStore store, SessionId id) {
    try {
      return store.load(id).isPresent();
    } catch (SessionStoreException e) {
      return false;
    }
  }

  @Test
  @DisplayName(
      "T12 A wrong name of the primary, and a wrong kind of server, are named as the cause")
  void wrongAddress() {
    try (var unknown = store("other");
        var noSentinel = new RedisStore("redis+sentinel://127.0.0.1:" + primary.port() + "#x");
        var noServer = new RedisStore(sentinel.uri());
        var down = new RedisStore("redis+sentinel://127.0.0.1:" + FreePort.find() + "#x")) {
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> unknown.load(id()))
          .withMessageContaining("monitors no primary of the name behind '#'");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> noSentinel.load(id()))
          .withMessageContaining("is not a Sentinel; write redis://host:port");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> noServer.load(id()))
          .withMessageContaining("if this is the port of a Sentinel");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> down.load(id()))
          .withMessageContaining("ConnectException. Start the server");
    }
  }
}
