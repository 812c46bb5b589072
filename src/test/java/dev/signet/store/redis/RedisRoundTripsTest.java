package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** The server counts what it is asked. */
class RedisRoundTripsTest {

  private static RealRedis redis;
  private static RedisStore store;

  private final SessionId id = id();

  @BeforeAll
  static void start(@TempDir Path folder) {
    redis = new RealRedis(folder);
    store = redis.store();
  }

  @AfterAll
  static void stop() {
    store.close();
    redis.close();
  }

  @BeforeEach
  void connect() {
    store.create(id, session(Map.of("a", "1")));
  }

  @Test
  @DisplayName("T5 A session is read in one round trip")
  void read() {
    assertOneCommand("hgetall", () -> store.load(id));
    assertOneCommand("hget", () -> store.wasMoved(id));
  }

  @Test
  @DisplayName("T5 A session is written in one round trip")
  void written() {
    assertOneCommand("eval", () -> store.update(id, put("a", "2")));
    assertOneCommand("eval", () -> store.move(id, id(), put("a", "2")));
    assertOneCommand("eval", () -> store.create(id, session(Map.of("a", "3"))));
    assertOneCommand("eval", () -> store.delete(id));
  }

  @Test
  @DisplayName("T5 Scripts lost by the server cost no second round trip")
  void scriptsForgotten() {
    try (Jedis console = redis.console()) {
      console.scriptFlush();
    }
    assertOneCommand("eval", () -> store.update(id, put("a", "2")));
  }

  @Test
  @DisplayName("T5 A new connection sends no commands of its own")
  void connecting() {
    try (var fresh = redis.store()) {
      assertOneCommand("hgetall", () -> fresh.load(id));
    }
  }

  @Test
  @DisplayName("T5 An unused store does not connect")
  void madeWithoutConnecting() throws IOException {
    try (var server = ServerSocketChannel.open()) {
      server
          .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .configureBlocking(false);
      try (var unused = new RedisStore("redis://127.0.0.1:" + server.socket().getLocalPort())) {
        assertThat(unused).hasToString("RedisStore[127.0.0.1:%d]", server.socket().getLocalPort());
      }
      assertThat(server.accept()).isNull();
    }
  }

  private static void assertOneCommand(String command, Runnable call) {
    try (Jedis console = redis.console()) {
      console.configResetStat();
      call.run();
      // The question how many reads there were is one itself.
      assertThat(RealRedis.number(console, "stats", "total_reads_processed:")).isEqualTo(1 + 1);
      String calls = "cmdstat_" + command + ":calls=";
      assertThat(RealRedis.number(console, "commandstats", calls)).isOne();
    }
  }
}
