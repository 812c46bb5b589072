package dev.signet.store.redis;

import static dev.signet.store.redis.RealRedis.key;
import static dev.signet.store.redis.Sessions.LATER;
import static dev.signet.store.redis.Sessions.OVER;
import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class RedisExpiryTest {

  private static RealRedis redis;
  private static RedisStore store;

  private final SessionId id = id();
  private Jedis console;

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
  void ask() {
    console = redis.console();
    console.flushAll();
  }

  @AfterEach
  void hangUp() {
    console.close();
  }

  @Test
  @DisplayName("T7 The server expires a session at its exact second")
  void endsByItself() {
    store.create(id, session(Map.of("a", "1")));
    assertThat(endInServer(id)).isEqualTo(LATER);
    Instant sooner = LATER.minusSeconds(600);
    assertThat(store.update(id, ending(sooner))).isTrue();
    assertThat(endInServer(id)).isEqualTo(sooner);
    SessionId renewed = id();
    assertThat(store.move(id, renewed, ending(LATER.plusSeconds(600)))).isTrue();
    assertThat(endInServer(renewed)).isEqualTo(LATER.plusSeconds(600));
    assertThat(console.dbSize()).as("with the mark of the move").isEqualTo(2);
  }

  @Test
  @DisplayName("T4 T9 The mark of a move is no session, and expires within a minute")
  void markExpires() {
    store.create(id, session(Map.of("a", "1")));
    assertThat(store.move(id, id.next(new SecureRandom()), put("a", "2"))).isTrue();

    assertThat(store.wasMoved(id)).isTrue();
    assertThat(console.hgetAll(key(id))).isEqualTo(Map.of("m", "1"));
    assertThat(console.ttl(key(id))).isBetween(1L, 60L);
    console.pexpire(key(id), 1);
    while (console.exists(key(id))) {
      Thread.onSpinWait();
    }
    assertThat(store.wasMoved(id)).isFalse();
    assertThat(console.dbSize()).isOne();
  }

  @Test
  @DisplayName("T7 A session created after its expiry is absent")
  void overFromTheBeginning() {
    store.create(id, new SessionRecord(Map.of("a", "1"), OVER));
    assertThat(store.load(id)).isEmpty();
    assertThat(console.dbSize()).isZero();
  }

  @Test
  @DisplayName("T7 An update or move that expires a session leaves nothing behind")
  void endedByAChange() {
    store.create(id, session(Map.of("a", "1")));
    assertThat(store.update(id, ending(OVER))).isTrue();
    assertThat(store.load(id)).isEmpty();
    assertThat(store.update(id, put("a", "1"))).isFalse();

    store.create(id, session(Map.of("a", "1")));
    SessionId renewed = id();
    assertThat(store.move(id, renewed, ending(OVER))).isTrue();
    assertThat(store.load(id)).isEmpty();
    assertThat(store.load(renewed)).isEmpty();
    assertThat(console.dbSize()).isZero();
  }

  @Test
  @DisplayName("T7 An expired session does not come back")
  void endedByItself() {
    store.create(id, session(Map.of("a", "1")));
    console.pexpire(key(id), 1);
    while (console.exists(key(id))) {
      Thread.onSpinWait();
    }
    assertThat(store.load(id)).isEmpty();
    assertThat(store.update(id, put("a", "1"))).isFalse();
    assertThat(store.move(id, id(), put("a", "1"))).isFalse();
    assertThat(console.dbSize()).isZero();
  }

  private static SessionUpdate ending(Instant end) {
    return new SessionUpdate(session(Map.of()), Map.of("b", "2"), Set.of(), end);
  }

  private Instant endInServer(SessionId session) {
    return Instant.ofEpochSecond(RealRedis.end(console, session));
  }
}
