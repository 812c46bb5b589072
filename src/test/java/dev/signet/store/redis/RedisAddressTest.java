package dev.signet.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  @DisplayName("C13 All parts of a URI are read, including %XX in user and password")
  void allParts() {
    assertThat(RedisAddress.of("rediss://us%3Aer:p%40ss+%2F:%C3%A9@redis.example.org:7000/12"))
        .isEqualTo(new RedisAddress(true, "redis.example.org", 7000, "us:er", "p@ss+/:é", 12));
  }

  @ParameterizedTest
  @DisplayName("C13 Only the host of a URI is required")
  @ValueSource(strings = {"redis://cache", "redis://cache/", "REDIS://cache/0", "redis://:@cache"})
  void hostOnly(String uri) {
    assertThat(RedisAddress.of(uri))
        .isEqualTo(new RedisAddress(false, "cache", 6379, null, null, 0));
  }

  @ParameterizedTest
  @DisplayName("C13 A password needs neither user nor colon")
  @ValueSource(strings = {"redis://:secret@cache", "redis://secret@cache"})
  void passwordOnly(String uri) {
    assertThat(RedisAddress.of(uri))
        .isEqualTo(new RedisAddress(false, "cache", 6379, null, "secret", 0));
  }

  @Test
  @DisplayName("C13 An IPv6 address is read from brackets")
  void ipv6() {
    assertThat(RedisAddress.of("redis://[::1]:7000"))
        .isEqualTo(new RedisAddress(false, "::1", 7000, null, null, 0))
        .hasToString("[::1]:7000");
  }

  @ParameterizedTest
  @DisplayName("K1 A URI that cannot be read is refused without being shown")
  @ValueSource(
      strings = {
        "",
        "secret",
        "redis:secret",
        "redis:///0",
        "http://user:secret@cache",
        "//user:secret@cache",
        "redis://user:sec ret@cache",
        "redis://user:secret#1@cache",
        "redis://user:secret/1@cache",
        "redis://user:secret?1@cache",
        "redis://user:secret%@cache",
        "redis://user:secret@my_cache",
        "redis://user:secret@cache:port",
        "redis://user:secret@cache:0",
        "redis://user:secret@cache:65536",
        "redis://user:secret@cache:99999999999",
        "redis://user:secret@cache/name",
        "redis://user:secret@cache/1/2",
        "redis://user:secret@cache/-1",
        "redis://user:secret@cache/123456",
        "redis://user:secret@cache?ssl=true",
        "redis://user:secret@cache#part"
      })
  void unreadable(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedisStore(uri))
        .withNoCause()
        .withMessageStartingWith("The URI of Redis ")
        .withMessageContaining("redis://user:password@host:port/database")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("sec", "ret"));
  }

  @Test
  @DisplayName("K1 The text of address and store shows neither user nor password")
  void shown() {
    String uri = "redis://who:secret@cache/2";
    assertThat(RedisAddress.of(uri)).hasToString("cache:6379");
    try (var store = new RedisStore(uri)) {
      assertThat(store).hasToString("RedisStore[cache:6379]");
    }
  }

  @ParameterizedTest
  @DisplayName("C13 A timeout out of range is refused")
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "P25D"})
  void timeout(String timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedisStore("redis://cache", "s:", 1, Duration.parse(timeout)))
        .withMessageContaining(timeout.equals("P25D") ? "PT600H" : timeout)
        .withMessageContaining("from 1 to");
  }

  @ParameterizedTest
  @DisplayName("C13 A pool without connections is refused")
  @ValueSource(ints = {0, -1})
  void noConnections(int connections) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedisStore("redis://cache", "s:", connections, RedisStore.TIMEOUT))
        .withMessageContaining("has %d connections".formatted(connections));
  }
}
