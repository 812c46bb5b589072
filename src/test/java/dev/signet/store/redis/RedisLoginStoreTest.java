package dev.signet.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signet.FreePort;
import dev.signet.SessionStoreException;
import dev.signet.login.LoginStoreContract;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginUse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  @DisplayName(
      "L4 T5 the uses of a thousand log-ins of several users are recorded in one round trip")
  void manyUses() {
    RedisLoginStore store = store();
    List<LoginUse> uses = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      uses.add(new LoginUse("0.many" + i, "user" + i % 10, NOW.plusSeconds(i), LATER));
    }
    for (int i = 0; i < 20; i++) {
      store.add(new LoginRecord("0.many" + i, "user" + i % 10, NOW, NOW, "", LATER));
    }
    try (Jedis console = redis.console()) {
      console.configResetStat();
      store.use(uses);
      assertThat(RealRedis.number(console, "commandstats", "cmdstat_eval:calls=")).isOne();
    }
    assertThat(store.find("user3"))
        .extracting(LoginRecord::id, LoginRecord::lastSeen)
        .containsExactlyInAnyOrder(
            tuple("0.many3", NOW.plusSeconds(3)), tuple("0.many13", NOW.plusSeconds(13)));
    store.use(List.of());
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

  private static RedisLoginStore as(String user) {
    return new RedisLoginStore(
        redis.uri().replace("//", "//" + user + ":secret@"),
        "t:",
        2,
        Duration.ofSeconds(2),
        new SecureRandom());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval",
        "hgetall",
        "hmget",
        "hexists",
        "hset",
        "hsetnx",
        "hdel",
        "hincrby",
        "ttl",
        "expireat",
        "zadd",
        "zrem",
        "zscore",
        "zrangebyscore"
      })
  @DisplayName("C25 L3 a user without a command that log-ins need is a fault at deployment")
  void checkedRights(String command) {
    try (Jedis console = redis.console()) {
      console.flushAll();
      console.aclSetUser("poor", "reset", "on", ">secret", "~*", "+@all", "-" + command);
      try (var poor = as("poor")) {
        assertThatIllegalStateException()
            .isThrownBy(poor::check)
            .withMessageContaining("failed to check the registry of log-ins: it answered")
            .withMessageContaining("+" + command);
      }
      assertThat(console.keys("*")).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "C25 L3 T10 a user with the documented commands passes the check, which leaves nothing")
  void documentedCommands() {
    try (Jedis console = redis.console()) {
      console.flushAll();
      console.aclSetUser("enough", "reset", "on", ">secret", "~t:*");
      console.aclSetUser(
          "enough",
          ("+eval +hgetall +hmget +hexists +hset +hsetnx +hdel +hincrby +ttl +expireat +zadd +zrem"
                  + " +zscore +zrangebyscore")
              .split(" "));
      try (var enough = as("enough")) {
        enough.check();
        assertThat(console.keys("*")).isEmpty();
        var login = new LoginRecord("0.x", "eve", NOW, NOW, "", LATER);
        enough.add(login);
        enough.use(List.of(new LoginUse("0.x", "eve", NOW, LATER)));
        enough.end(List.of("0.old"), NOW.minusSeconds(70));
        enough.end(List.of("0.y"), LATER);
        enough.endEveryone();
        assertThat(enough.find("eve")).containsExactly(login);
        assertThat(enough.isEnded("0.y")).isTrue();
        assertThat(enough.endedSince(null).ended()).containsKey("0.y");
      }
    }
  }

  @Test
  @DisplayName("C25 L3 a wrong password or prefix is a fault at deployment")
  void checkedUser() {
    try (Jedis console = redis.console()) {
      console.aclSetUser("other", "reset", "on", ">other", "~*", "+@all");
      try (var other = as("other")) {
        assertThatIllegalStateException()
            .isThrownBy(other::check)
            .withMessageContaining("refuses the user and password of session.redis.uri")
            .withMessageNotContaining("secret");
      }
      console.aclSetUser("foreign", "reset", "on", ">secret", "~other:*", "+@all");
      try (var foreign = as("foreign")) {
        assertThatIllegalStateException()
            .isThrownBy(foreign::check)
            .withMessageContaining("may not use the keys");
      }
    }
  }

  @Test
  @DisplayName("C25 T6 a server that is down is no fault of the configuration")
  void checkedWhileDown() {
    String uri = "redis://127.0.0.1:" + FreePort.find();
    try (var down = new RedisLoginStore(uri, "t:", 2, Duration.ofSeconds(2), new SecureRandom())) {
      assertThatThrownBy(down::check)
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("failed to check the registry of log-ins: ConnectException");
    }
  }
}
