package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.LATER;
import static dev.signet.store.redis.Sessions.change;
import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.remove;
import static dev.signet.store.redis.Sessions.session;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionUpdate;
import dev.signet.testing.StoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RedisStoreTest {

  private static final int MANY = 10_000;

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

  @TestFactory
  @DisplayName("T2 S2 the store keeps the contract of all stores")
  Stream<DynamicTest> contract() {
    return StoreContract.checks().stream()
        .map(check -> dynamicTest(check.text(), () -> check.run(store)));
  }

  @Test
  @DisplayName("T2 A created session is loaded unchanged with any names and values")
  void createdIsLoaded() {
    var session =
        session(
            Map.of("", "\"no name\"", "e", "1", "ae", "2", "\u0000 \"é😀", "\"\u2028\"", "{}", ""));
    store.create(id, session);
    assertThat(store.load(id)).contains(session);
    assertThat(redis.store().load(id)).contains(session);
  }

  @Test
  @DisplayName("T2 An unknown session is absent")
  void unknown() {
    assertThat(store.load(id)).isEmpty();
    assertThat(store.update(id, put("a", "1"))).isFalse();
    assertThat(store.move(id, id(), put("a", "1"))).isFalse();
    store.delete(id);
    assertThat(store.load(id)).isEmpty();
  }

  @Test
  @DisplayName("T3 An update changes the named attributes and the expiry")
  void updated() {
    store.create(id, session(Map.of("kept", "1", "changed", "1", "removed", "1")));
    var update =
        new SessionUpdate(
            session(Map.of()),
            Map.of("changed", "2", "new", "[]"),
            Set.of("removed", "never there"),
            LATER.plusSeconds(60));
    assertThat(store.update(id, update)).isTrue();
    assertThat(store.load(id))
        .hasValueSatisfying(
            found -> {
              assertThat(found.attributes())
                  .isEqualTo(Map.of("kept", "1", "changed", "2", "new", "[]"));
              assertThat(found.expiresAt()).isEqualTo(LATER.plusSeconds(60));
              assertThat(found.version()).isZero();
            });
  }

  @Test
  @DisplayName("T2 A session without attributes after an update is kept")
  void empty() {
    store.create(id, session(Map.of("only", "1")));
    assertThat(store.update(id, remove("only"))).isTrue();
    assertThat(store.load(id)).contains(session(Map.of()));
    assertThat(store.update(id, put("again", "1"))).isTrue();
    assertThat(store.load(id)).contains(session(Map.of("again", "1")));
  }

  @Test
  @DisplayName("T2 A session can be created without attributes")
  void createdEmpty() {
    store.create(id, session(Map.of()));
    assertThat(store.load(id)).contains(session(Map.of()));
  }

  @Test
  @DisplayName("T8 A moved session is absent under its old ID")
  void moved() {
    SessionId renewed = id();
    store.create(id, session(Map.of("kept", "1", "removed", "1")));
    assertThat(store.move(id, renewed, change(Map.of("user", "7"), Set.of("removed")))).isTrue();
    assertThat(store.load(id)).isEmpty();
    assertThat(store.update(id, put("a", "1"))).isFalse();
    assertThat(store.load(renewed)).contains(session(Map.of("kept", "1", "user", "7")));
  }

  @Test
  @DisplayName("T6 A move without acknowledgement can be repeated")
  void movedTwice() {
    SessionId renewed = id();
    store.create(id, session(Map.of()));
    assertThat(store.move(id, renewed, put("user", "7"))).isTrue();
    assertThat(store.move(id, renewed, put("user", "7"))).isTrue();
    assertThat(store.load(renewed)).contains(session(Map.of("user", "7")));
    store.delete(renewed);
    assertThat(store.move(id, renewed, put("user", "7"))).isFalse();
    assertThat(store.load(renewed)).isEmpty();
  }

  @Test
  @DisplayName("T8 A deleted session is gone for every server")
  void deleted() {
    store.create(id, session(Map.of("a", "1")));
    store.delete(id);
    assertThat(store.load(id)).isEmpty();
    assertThat(redis.store().load(id)).isEmpty();
    assertThat(store.update(id, put("a", "2"))).isFalse();
    assertThat(store.move(id, id(), put("a", "2"))).isFalse();
    assertThat(store.load(id)).isEmpty();
  }

  @Test
  @DisplayName("T3 One update changes thousands of attributes")
  void manyAttributes() {
    Map<String, String> many =
        IntStream.range(0, MANY).boxed().collect(toMap(i -> "name " + i, i -> "\"" + i + "\""));
    store.create(id, session(many));
    assertThat(store.load(id)).contains(session(many));
    assertThat(store.update(id, change(many, Set.of()))).isTrue();
    assertThat(store.update(id, change(Map.of(), many.keySet()))).isTrue();
    assertThat(store.load(id)).contains(session(Map.of()));
  }

  @Test
  @DisplayName("T2 A session of a megabyte is kept")
  void large() {
    var session = session(Map.of("text", "\"" + "x".repeat(1 << 20) + "\""));
    store.create(id, session);
    assertThat(store.load(id)).contains(session);
  }

  @Test
  @DisplayName("T2 Stores with different prefixes or databases are separate")
  void apart() {
    store.create(id, session(Map.of()));
    try (var other = new RedisStore(redis.uri(), "other:", 1, Duration.ofSeconds(2));
        var database = new RedisStore(redis.uri() + "/3")) {
      assertThat(other.load(id)).isEmpty();
      assertThat(database.load(id)).isEmpty();
      database.create(id, session(Map.of("a", "3")));
      assertThat(database.load(id)).contains(session(Map.of("a", "3")));
    }
    assertThat(store.load(id)).contains(session(Map.of()));
  }

  @Test
  @DisplayName("T2 A foreign hash is no session")
  void foreign() {
    try (var console = redis.console()) {
      console.hset(RealRedis.key(id), "a", "1");
    }
    assertThat(store.load(id)).isEmpty();
  }
}
