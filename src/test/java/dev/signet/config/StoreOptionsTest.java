package dev.signet.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.StoreConfig.Kind;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOptionsTest {

  private static StoreConfig store(String... options) throws SessionConfigException {
    return Configured.with(options).store();
  }

  @Test
  @DisplayName("C13 sessions are kept in the cookie by default")
  void defaults() throws SessionConfigException {
    assertThat(store())
        .isEqualTo(
            new StoreConfig(
                Kind.COOKIE,
                Duration.ofSeconds(2),
                1_000_000,
                100_000,
                "redis://localhost:6379",
                "signet:",
                16,
                null,
                "signet_sessions",
                false,
                false));
  }

  @ParameterizedTest
  @CsvSource({"cookie, COOKIE", "Memory, MEMORY", "REDIS, REDIS", " jdbc , JDBC"})
  @DisplayName("C13 the store is read in any case")
  void kinds(String text, Kind kind) throws SessionConfigException {
    assertThat(store("session.store", text).kind()).isEqualTo(kind);
  }

  @Test
  @DisplayName("C13 the options of each store are read")
  void options() throws SessionConfigException {
    StoreConfig store =
        store(
            "session.store-timeout", "60",
            "session.max-size", "100000000",
            "session.memory.max-sessions", "100000000",
            "session.redis.uri", "rediss://u:p%40ss@redis.example:6380/3",
            "session.redis.key-prefix", "shop:{1}:",
            "session.redis.pool-size", "1",
            "session.jdbc.data-source", "java:comp/env/jdbc/sessions",
            "session.jdbc.table", "web.session_1",
            "session.jdbc.create-table", "true");
    assertThat(store.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(store.maxSize()).isEqualTo(100_000_000);
    assertThat(store.maxSessions()).isEqualTo(100_000_000);
    assertThat(store.redisUri()).isEqualTo("rediss://u:p%40ss@redis.example:6380/3");
    assertThat(store.redisPrefix()).isEqualTo("shop:{1}:");
    assertThat(store.redisPoolSize()).isEqualTo(1);
    assertThat(store.dataSource()).isEqualTo("java:comp/env/jdbc/sessions");
    assertThat(store.table()).isEqualTo("web.session_1");
    assertThat(store.createTable()).isTrue();
    assertThat(store.toString()).as("K1").doesNotContain("p%40ss", "redis.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis.example",
        "redis://",
        "redis:host",
        "tcp://host:6379",
        "redis://user:the password@host",
        "${no.such}"
      })
  @DisplayName("C20 K1 an invalid Redis URI is a fault that does not show it")
  void noAddress(String uri) {
    assertThat(Configured.faultsWith("session.redis.uri", uri))
        .contains("session.redis.uri ")
        .doesNotContain("the password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1a", "a.b.c", "a-b", "a b", "\"a\"", ".a", "a."})
  @DisplayName("C20 an invalid table name is a fault")
  void noTable(String table) {
    assertThat(Configured.faultsWith("session.jdbc.table", table))
        .contains("session.jdbc.table is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "10001", "99999999999", "ten"})
  @DisplayName("C20 an invalid pool size is a fault")
  void noNumber(String number) {
    assertThat(Configured.faultsWith("session.redis.pool-size", number))
        .contains("session.redis.pool-size is", "from 1 to 10000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT61S", "0", "none", "PT0.5S", "a while"})
  @DisplayName("C20 an invalid timeout is a fault")
  void noTimeout(String timeout) {
    assertThat(Configured.faultsWith("session.store-timeout", timeout))
        .contains("session.store-timeout is", "one minute");
  }
}
