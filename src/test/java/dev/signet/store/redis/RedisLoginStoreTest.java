package dev.signet.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.SessionStoreException;
import dev.signet.login.LoginStoreContract;
import dev.signet.spi.LoginRecord;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class RedisLoginStoreTest implements LoginStoreContract {

  private static RealRedis redis;

  private final List<RedisLoginStore> opened = new ArrayList<>();

  @BeforeAll
  static void start(@TempDir Path folder) {
    redis = new RealRedis(folder);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Override
  public RedisLoginStore store() {
    var store =
        new RedisLoginStore(redis.uri(), "t:", 2, Duration.ofSeconds(2), new SecureRandom());
    opened.add(store);
    return store;
  }

  @AfterEach
  void close() {
    opened.forEach(RedisLoginStore::close);
  }

  @Test
  @DisplayName("L3 T9 every key has an expiry")
  void everyKeyExpires() {
    RedisLoginStore store = store();
    store.add(new LoginRecord("0.x", "ada", NOW, NOW, "", LATER));
    store.end(List.of("0.y"), LATER);
    store.endEveryone();
    try (Jedis console = redis.console()) {
      assertThat(console.keys("t:*"))
          .hasSizeGreaterThanOrEqualTo(4)
          .allSatisfy(key -> assertThat(console.ttl(key)).isPositive());
    }
  }

  @Test
  @DisplayName("L3 after Redis lost its data, a server gets the whole list again")
  void dataLost() {
    RedisLoginStore store = store();
    store.end(List.of("0.before"), LATER);
    store.end(List.of("0.second"), LATER);
    store.endEveryone();
    long generation = store.endedSince(null).generation();
    String cursor = store.endedSince(null).cursor();
    try (Jedis console = redis.console()) {
      console.flushAll();
    }
    store.end(List.of("0.after"), LATER);
    assertThat(store.endedSince(cursor).ended()).containsOnlyKeys("0.after");
    store.endEveryone();
    assertThat(store.endedSince(null).generation()).isGreaterThanOrEqualTo(generation);
  }

  @Test
  @DisplayName("L3 endings that must no longer be remembered are removed")
  void forgotten() {
    RedisLoginStore store = store();
    store.end(List.of("0.old"), NOW.minusSeconds(70));
    store.end(List.of("0.new"), LATER);
    assertThat(store.isEnded("0.old")).isFalse();
    assertThat(store.isEnded("0.new")).isTrue();
  }

  @Test
  @DisplayName("L3 T9 a user without the right to end log-ins changes nothing and gets the cause")
  void refused() {
    RedisLoginStore store = store();
    store.add(new LoginRecord("0.kept", "eve", NOW, NOW, "", LATER));
    try (Jedis console = redis.console()) {
      for (String command : new String[] {"zadd", "expireat", "hincrby", "zrem"}) {
        console.aclSetUser("weak", "reset", "on", ">secret", "~*", "+@all", "-" + command);
        try (var weak =
            new RedisLoginStore(
                redis.uri().replace("//", "//weak:secret@"),
                "t:",
                2,
                Duration.ofSeconds(2),
                new SecureRandom())) {
          store.end(List.of("0.expired"), NOW.minusSeconds(70));
          assertThatThrownBy(() -> weak.end(List.of("0.kept"), LATER))
              .as(command)
              .isInstanceOf(SessionStoreException.class);
          assertThat(store.isEnded("0.kept")).as(command).isFalse();
          assertThat(store.find("eve")).hasSize(1);
        }
      }
    }
  }
}
