package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.FreePort;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** What the exceptions say, and what they keep to themselves. */
class RedisFailuresTest {

  private static RealRedis redis;

  private final SessionId id = id();

  @BeforeAll
  static void start(@TempDir Path folder) {
    redis = new RealRedis(folder, "--requirepass", "right-secret");
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Test
  @DisplayName("T6 User and password of the URI authenticate")
  void rightPassword() {
    try (var store = store("default:right-secret@")) {
      store.create(id, session(Map.of("a", "1")));
      assertThat(store.load(id)).isPresent();
    }
  }

  @Test
  @DisplayName("K1 A wrong or missing password is an error that does not show it")
  void wrongPassword() {
    try (var wrong = store("default:wrong-secret@");
        var missing = store("")) {
      assertThat(failure(() -> wrong.load(id)))
          .hasMessageStartingWith("Redis at 127.0.0.1:%d failed to load a session: ", redis.port())
          .hasMessageContaining("it answered WRONGPASS. The server refuses the user and password");
      assertThat(failure(() -> missing.delete(id)))
          .hasMessageContaining("failed to delete a session: ")
          .hasMessageContaining("it answered NOAUTH. The server requires a password");
    }
  }

  @Test
  @DisplayName("K1 Arguments quoted in a server error are not passed on")
  void quotedArguments() {
    try (var store = store("default:right-secret@");
        var console = console()) {
      store.create(id, session(Map.of()));
      console.aclSetUser("poor", "on", ">poor-secret", "~*", "+@all", "-eval");
      try (var poor = store("poor:poor-secret@")) {
        assertThat(poor.load(id)).isPresent();
        assertThat(failure(() -> poor.update(id, put("a", "\"value\""))))
            .hasMessageContaining(
                "failed to update a session: it answered NOPERM. The user may not run the command eval");
      }
      console.del(RealRedis.key(id));
      console.set(RealRedis.key(id), "no hash");
      assertThat(failure(() -> store.load(id))).hasMessageContaining("WRONGTYPE");
      assertThat(failure(() -> store.update(id, put("a", "\"value\""))))
          .hasMessageContaining("WRONGTYPE");
    }
  }

  @Test
  @DisplayName("T6 A server without memory refuses an update completely")
  void outOfMemory() {
    try (var store = store("default:right-secret@");
        var console = console()) {
      SessionId renewed = id();
      store.create(id, session(Map.of("a", "1")));
      console.configSet("maxmemory", "1");
      try {
        assertThat(failure(() -> store.update(id, put("a", "\"value\""))))
            .hasMessageContaining("has used up its setting maxmemory");
        assertThat(failure(() -> store.move(id, renewed, put("a", "\"value\""))))
            .hasMessageContaining("OOM");
        assertThat(store.load(id)).contains(session(Map.of("a", "1")));
        assertThat(store.load(renewed)).isEmpty();
      } finally {
        console.configSet("maxmemory", "0");
      }
    }
  }

  @Test
  @DisplayName("T6 A server that became a replica is left for its successor")
  void becameReplica() {
    try (var store = store("default:right-secret@");
        var console = console()) {
      store.create(id, session(Map.of("a", "1")));
      long before = RealRedis.number(console, "stats", "total_connections_received:");
      console.replicaof("127.0.0.1", FreePort.find());
      try {
        assertThat(failure(() -> store.update(id, put("a", "2"))))
            .hasMessageContaining("READONLY. The server is a replica.");
        assertThat(RealRedis.number(console, "stats", "total_connections_received:"))
            .isEqualTo(before + 1);
      } finally {
        console.replicaofNoOne();
      }
      assertThat(store.update(id, put("a", "2"))).isTrue();
    }
  }

  @Test
  @DisplayName("T6 An unreachable or unknown host is named as the cause")
  void notThere() {
    String nowhere = "127.0.0.1:" + FreePort.find();
    try (var store = new RedisStore("redis://right-secret@" + nowhere);
        var unknown = new RedisStore("redis://redis.invalid")) {
      assertThat(failure(() -> store.move(id, id(), put("a", "\"value\""))))
          .hasMessage(
              "Redis at %s failed to move a session: ConnectException. Start the server, or correct session.redis.uri; a port that speaks TLS needs rediss.",
              nowhere);
      assertThat(failure(() -> unknown.load(id))).hasMessageContaining("UnknownHostException");
    }
  }

  @Test
  @DisplayName(
      "C25 A wrong password or database is a fault at deployment, a server that is down is not")
  void checked() {
    String host = "127.0.0.1:" + redis.port();
    for (String wrong :
        new String[] {
          "redis://" + host,
          "redis://default:wrong@" + host,
          "redis://default:right-secret@" + host + "/99"
        }) {
      try (var store = new RedisStore(wrong)) {
        assertThatIllegalStateException().isThrownBy(store::check);
      }
    }
    try (var down = new RedisStore("redis://127.0.0.1:" + FreePort.find());
        var store = store("default:right-secret@");
        var console = console()) {
      assertThat(failure(down::check)).hasMessageContaining("Start the server");
      store.check();
      console.configSet("maxmemory", "1");
      try {
        assertThat(failure(store::check)).hasMessageContaining("maxmemory");
      } finally {
        console.configSet("maxmemory", "0");
      }
    }
  }

  @Test
  @DisplayName("T6 A closed store throws")
  void closed() {
    var store = store("default:right-secret@");
    store.create(id, session(Map.of()));
    store.close();
    store.close();
    assertThat(failure(() -> store.load(id))).hasMessageContaining("The store is closed");
  }

  @Test
  @DisplayName("T12 A database that the server does not have is named as the cause")
  void unknownDatabase() {
    try (var store =
        new RedisStore("redis://:right-secret@127.0.0.1:%d/99".formatted(redis.port()))) {
      assertThat(failure(() -> store.load(id)))
          .hasMessageContaining("does not have the database that session.redis.uri names");
    }
  }

  @Test
  @DisplayName("T12 A server that accepts no more connections is named as the cause")
  void tooManyClients() {
    try (var store = store("default:right-secret@");
        var console = console()) {
      String before = console.configGet("maxclients").get("maxclients");
      console.configSet("maxclients", "1");
      try {
        assertThat(failure(() -> store.load(id))).hasMessageContaining("its setting maxclients");
      } finally {
        console.configSet("maxclients", before);
      }
    }
  }

  @Test
  @DisplayName("T12 A server that runs an endless script is named as the cause, until it is ended")
  void endlessScript() {
    try (var store = store("default:right-secret@");
        var console = console();
        var other = console()) {
      store.create(id, session(Map.of()));
      console.configSet("busy-reply-threshold", "1");
      var script =
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> other.eval("while true do end")),
              task -> new Thread(task).start());
      RedisSentinelTest.awaitTrue(() -> catchThrowable(() -> store.load(id)) != null);
      assertThat(failure(() -> store.load(id)))
          .hasMessageContaining("it answered BUSY. The server is running a script");
      console.scriptKill();
      assertThat(script.join()).hasMessageContaining("killed");
      assertThat(store.load(id)).isPresent();
    }
  }

  @Test
  @DisplayName("T12 A password for a server that has none is named as the cause")
  void noPasswordSet(@TempDir Path folder) {
    try (var open = new RealRedis(folder);
        var store = new RedisStore("redis://:right-secret@127.0.0.1:" + open.port())) {
      assertThat(failure(() -> store.load(id)))
          .hasMessageContaining("has no password for its default user");
    }
  }

  private static RedisStore store(String who) {
    String uri = "redis://" + who + "127.0.0.1:" + redis.port();
    return new RedisStore(uri, RedisStore.KEY_PREFIX, 1, Duration.ofSeconds(10));
  }

  private static Jedis console() {
    Jedis console = redis.console();
    console.auth("right-secret");
    return console;
  }

  private SessionStoreException failure(Runnable call) {
    var failure = catchThrowableOfType(SessionStoreException.class, call::run);
    for (Throwable e = failure; e != null; e = e.getCause()) {
      assertThat(String.valueOf(e.getMessage())).doesNotContain("secret", "value", id.value());
    }
    return failure;
  }
}
