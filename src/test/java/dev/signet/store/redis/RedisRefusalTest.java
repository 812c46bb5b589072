package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.LATER;
import static dev.signet.store.redis.Sessions.change;
import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.signet.FreePort;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** The server refuses one command or another; each call is all or nothing. */
class RedisRefusalTest {

  private static final Map<String, String> BEFORE =
      Map.of("kept", "1", "changed", "1", "gone", "1");
  private static final Map<String, String> AFTER = Map.of("kept", "1", "changed", "2", "user", "7");

  private static RealRedis redis;
  private static RedisStore store;

  private final SessionId id = id();
  private final SessionId renewed = id.next(new SecureRandom());
  private final SessionId created = id();

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval",
        "hget",
        "hset",
        "hdel",
        "expireat",
        "rename",
        "hgetall",
        "del",
        "exists",
        "unlink"
      })
  @DisplayName("T9 A user without one command changes a session wholly or not at all")
  void withoutOneCommand(String command) {
    try (var console = redis.console();
        var user = user(console, "+@all", "-" + command)) {
      assertAllOrNothing(user);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hset expireat",
    "expireat hdel",
    "expireat del",
    "hdel rename",
    "rename expireat hdel del",
    "expireat hdel del unlink hget",
    "expireat hdel del unlink pexpireat expire pexpire"
  })
  @DisplayName("T9 A user without several commands changes a session wholly or not at all")
  void withoutSeveral(String commands) {
    String[] rules = ("+@all -" + commands.replace(" ", " -")).split(" ");
    try (var console = redis.console();
        var user = user(console, rules)) {
      assertAllOrNothing(user);
    }
  }

  @Test
  @DisplayName("T9 T10 A user with the documented commands only can do everything")
  void documentedCommands() {
    try (var console = redis.console();
        var user =
            user(
                console,
                "+eval",
                "+hgetall",
                "+hget",
                "+hset",
                "+hdel",
                "+expireat",
                "+rename",
                "+del")) {
      assertThat(failures(user)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval", "hget", "hset", "hdel", "expireat", "rename", "hgetall", "del"})
  @DisplayName("C25 A user without a command that sessions need is a fault at deployment")
  void checkedRights(String command) {
    try (var console = redis.console();
        var user = user(console, "+@all", "-" + command)) {
      console.flushAll();
      assertThatIllegalStateException()
          .isThrownBy(user::check)
          .withMessageContaining("failed to check a session: it answered")
          .withMessageContaining("Allow +eval +hgetall");
      for (String key : console.keys("*")) {
        assertThat(console.ttl(key)).isBetween(1L, 60L);
      }
    }
  }

  @Test
  @DisplayName("C25 The check of a store that works leaves nothing for longer than a minute")
  void checkedWithoutFault() {
    try (var console = redis.console()) {
      console.flushAll();
      store.check();
      assertThat(console.keys("*")).as("the mark of the move").hasSize(1);
      assertThat(console.ttl(console.keys("*").iterator().next())).isBetween(1L, 60L);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eval", "hget", "hset", "hdel", "expireat", "rename", "hgetall", "del", "exists"})
  @DisplayName("T9 T12 A server without one command changes a session wholly or not at all")
  void renamed(String command, @TempDir Path folder) {
    try (var other = new RealRedis(folder, "--rename-command", command, "hidden-" + command);
        var user = other.store()) {
      int failures = failures(user);
      assertThat(failures > 0).as("refusals").isEqualTo(!command.equals("exists"));
      try (var console = other.console()) {
        for (String key : console.keys("*")) {
          assertThat(console.ttl(key)).as("an expiry of " + command).isPositive();
        }
      }
    }
  }

  @Test
  @DisplayName("T9 A server without memory refuses each change as a whole")
  void outOfMemory() {
    prepare();
    try (var console = redis.console()) {
      console.configSet("maxmemory", "1");
      try {
        assertThat(catchThrowable(() -> create(store))).hasMessageContaining("it answered OOM");
        assertThat(catchThrowable(() -> update(store))).hasMessageContaining("it answered OOM");
        assertThat(catchThrowable(() -> move(store))).hasMessageContaining("it answered OOM");
        assertThat(attributes(id)).contains(BEFORE);
        assertThat(attributes(renewed)).isEmpty();
        assertThat(console.exists(RealRedis.key(created))).isFalse();
      } finally {
        console.configSet("maxmemory", "0");
      }
    }
  }

  @Test
  @DisplayName("T9 A server without enough replicas refuses each change as a whole")
  void withoutReplicas() {
    prepare();
    try (var console = redis.console()) {
      console.configSet("min-replicas-to-write", "1");
      try {
        assertThat(catchThrowable(() -> create(store)))
            .hasMessageContaining("min-replicas-to-write");
        assertThat(catchThrowable(() -> update(store))).isNotNull();
        assertThat(catchThrowable(() -> move(store))).isNotNull();
        assertThat(attributes(id)).contains(BEFORE);
        assertThat(console.exists(RealRedis.key(created))).isFalse();
      } finally {
        console.configSet("min-replicas-to-write", "0");
      }
      assertThat(attributes(renewed)).isEmpty();
    }
  }

  @Test
  @DisplayName("T9 A read-only replica refuses each change as a whole")
  void replica() {
    prepare();
    try (var console = redis.console()) {
      console.replicaof("127.0.0.1", FreePort.find());
      try {
        assertThat(catchThrowable(() -> create(store))).hasMessageContaining("is a replica");
        assertThat(catchThrowable(() -> update(store))).isNotNull();
        assertThat(catchThrowable(() -> move(store))).isNotNull();
        assertThat(attributes(id)).contains(BEFORE);
        assertThat(console.exists(RealRedis.key(created))).isFalse();
      } finally {
        console.replicaofNoOne();
      }
    }
  }

  @Test
  @DisplayName("T9 A user without the right to a key changes nothing")
  void foreignKeys() {
    try (var console = redis.console()) {
      console.aclSetUser("poor", "reset", "on", ">secret", "+@all", "~other:*");
      try (var user = as("poor")) {
        prepare();
        assertThat(catchThrowable(() -> move(user))).hasMessageContaining("may not use the keys");
        assertThat(catchThrowable(() -> create(user))).hasMessageContaining("may not use the keys");
        assertThat(attributes(id)).contains(BEFORE);
        assertThat(attributes(renewed)).isEmpty();
      }
    }
  }

  private static RedisStore user(Jedis console, String... commands) {
    console.aclSetUser("poor", "reset", "on", ">secret", "~*");
    console.aclSetUser("poor", commands);
    return as("poor");
  }

  private static RedisStore as(String user) {
    return new RedisStore(
        "redis://%s:secret@127.0.0.1:%d".formatted(user, redis.port()),
        RedisStore.KEY_PREFIX,
        1,
        Duration.ofSeconds(10));
  }

  private void assertAllOrNothing(RedisStore user) {
    prepare();
    boolean isCreated = succeeds(() -> create(user));
    try (var console = redis.console()) {
      assertThat(console.exists(RealRedis.key(created))).isEqualTo(isCreated);
      assertThat(attributes(created)).isEqualTo(isCreated ? Optional.of(BEFORE) : Optional.empty());
    }

    boolean updated = succeeds(() -> update(user));
    assertThat(attributes(id)).contains(updated ? AFTER : BEFORE);
    assertThat(end(id)).isEqualTo(updated ? LATER.getEpochSecond() : LATER.getEpochSecond() - 60);

    prepare();
    boolean moved = succeeds(() -> move(user));
    assertThat(attributes(id)).isEqualTo(moved ? Optional.empty() : Optional.of(BEFORE));
    assertThat(attributes(renewed)).isEqualTo(moved ? Optional.of(AFTER) : Optional.empty());
    assertThat(end(moved ? renewed : id))
        .isEqualTo(moved ? LATER.getEpochSecond() : LATER.getEpochSecond() - 60);

    prepare();
    boolean deleted = succeeds(() -> user.delete(id));
    assertThat(attributes(id)).isEqualTo(deleted ? Optional.empty() : Optional.of(BEFORE));
  }

  private int failures(RedisStore user) {
    SessionId first = id();
    SessionId second = first.next(new SecureRandom());
    int failures = 0;
    failures +=
        succeeds(() -> user.create(first, new SessionRecord(BEFORE, LATER.minusSeconds(60))))
            ? 0
            : 1;
    failures += succeeds(() -> user.load(first)) ? 0 : 1;
    failures += succeeds(() -> user.update(first, change(Map.of(), Set.of("gone")))) ? 0 : 1;
    failures += succeeds(() -> user.move(first, second, change(Map.of(), Set.of("gone")))) ? 0 : 1;
    failures += succeeds(() -> user.delete(first)) && succeeds(() -> user.delete(second)) ? 0 : 1;
    return failures;
  }

  private void prepare() {
    store.delete(renewed);
    store.delete(id);
    store.create(id, new SessionRecord(BEFORE, LATER.minusSeconds(60)));
  }

  private void create(RedisStore user) {
    user.create(created, session(BEFORE));
  }

  private void update(RedisStore user) {
    user.update(id, change(Map.of("changed", "2", "user", "7"), Set.of("gone")));
  }

  private void move(RedisStore user) {
    user.move(id, renewed, change(Map.of("changed", "2", "user", "7"), Set.of("gone")));
  }

  private static boolean succeeds(Runnable call) {
    Throwable failure = catchThrowable(call::run);
    if (failure != null) {
      assertThat(failure)
          .isInstanceOf(SessionStoreException.class)
          .hasMessageMatching("(?s).*(may not run|does not know a command).*");
    }
    return failure == null;
  }

  private static Optional<Map<String, String>> attributes(SessionId id) {
    return store.load(id).map(SessionRecord::attributes);
  }

  /** Returns when the key expires, which the server knows apart from the session. */
  private static long end(SessionId id) {
    try (var console = redis.console()) {
      return RealRedis.end(console, id);
    }
  }
}
