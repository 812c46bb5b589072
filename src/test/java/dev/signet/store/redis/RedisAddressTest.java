package dev.signet.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.store.redis.RedisAddress.Kind;
import dev.signet.store.redis.RedisAddress.Node;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  @DisplayName("C13 All parts of a URI are read, including %XX in user and password")
  void allParts() {
    assertThat(RedisAddress.parse("rediss://us%3Aer:p%40ss+%2F:%C3%A9@redis.example.org:7000/12"))
        .isEqualTo(server(true, "redis.example.org", 7000, "us:er", "p@ss+/:é", 12));
  }

  @ParameterizedTest
  @DisplayName("C13 Only the host of a URI is required")
  @ValueSource(strings = {"redis://cache", "redis://cache/", "REDIS://cache/0", "redis://:@cache"})
  void hostOnly(String uri) {
    assertThat(RedisAddress.parse(uri)).isEqualTo(server(false, "cache", 6379, null, null, 0));
  }

  @ParameterizedTest
  @DisplayName("C13 A password needs neither user nor colon")
  @ValueSource(strings = {"redis://:secret@cache", "redis://secret@cache"})
  void passwordOnly(String uri) {
    assertThat(RedisAddress.parse(uri)).isEqualTo(server(false, "cache", 6379, null, "secret", 0));
  }

  @Test
  @DisplayName("C13 An IPv6 address is read from brackets")
  void ipv6() {
    assertThat(RedisAddress.parse("redis://[::1]:7000"))
        .isEqualTo(server(false, "::1", 7000, null, null, 0))
        .hasToString("[::1]:7000");
  }

  @Test
  @DisplayName("T10 A host name may contain an underscore")
  void underscore() {
    assertThat(RedisAddress.parse("redis://user:secret@my_cache.app_1:7000"))
        .isEqualTo(server(false, "my_cache.app_1", 7000, "user", "secret", 0));
  }

  @Test
  @DisplayName("T10 The sentinels are listed, with the name of their primary behind #")
  void sentinels() {
    assertThat(RedisAddress.parse("rediss+sentinel://:secret@one,[::2]:7000/3#my_primary.1"))
        .isEqualTo(
            new RedisAddress(
                Kind.SENTINEL,
                true,
                List.of(new Node("one", 26379), new Node("::2", 7000)),
                null,
                "secret",
                3,
                "my_primary.1"))
        .hasToString("one:26379,[::2]:7000");
  }

  @Test
  @DisplayName("T10 The nodes of a cluster are listed")
  void cluster() {
    assertThat(RedisAddress.parse("redis+cluster://one,two:7000/0"))
        .isEqualTo(
            new RedisAddress(
                Kind.CLUSTER,
                false,
                List.of(new Node("one", 6379), new Node("two", 7000)),
                null,
                null,
                0,
                ""));
  }

  private static RedisAddress server(
      boolean encrypted,
      String host,
      int port,
      @Nullable String user,
      @Nullable String password,
      int database) {
    return new RedisAddress(
        Kind.SERVER, encrypted, List.of(new Node(host, port)), user, password, database, "");
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
        "redis://user:secret@cache:port",
        "redis://user:secret@cache:0",
        "redis://user:secret@cache:65536",
        "redis://user:secret@cache:99999999999",
        "redis://user:secret@cache/name",
        "redis://user:secret@cache/1/2",
        "redis://user:secret@cache/-1",
        "redis://user:secret@cache/123456",
        "redis://user:secret@cache?ssl=true",
        "redis://user:secret@cache#part",
        "redis://user:secret@cache1,cache2",
        "redis://user:secret@my cache",
        "redis://user:secret@[cache]",
        "redis+sentinel://user:secret@cache",
        "redis+sentinel://user:secret@cache#",
        "redis+sentinel://user:secret@cache#my master",
        "redis+sentinel://user:secret@cache,#primary",
        "redis+cluster://user:secret@cache/1",
        "redis+cluster://user:secret@cache#primary",
        "redis+proxy://user:secret@cache"
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
    assertThat(RedisAddress.parse(uri)).hasToString("cache:6379");
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
