package dev.signet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.logging.TestLog;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyProtocolTest {

  private final ProxyProtocol protocol = new ProxyProtocol();

  private boolean isSecure(boolean secure, Map<String, Collection<String>> headers) {
    return protocol.isSecure(secure, name -> headers.getOrDefault(name, List.of()));
  }

  private static boolean isLogged() {
    return TestLog.installed().text().contains("with session.secure=auto its cookie is not Secure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X-Forwarded-Proto | https",
        "X-Forwarded-Proto | HTTPS",
        "X-Forwarded-Proto | https,http",
        "X-Forwarded-Proto | http , https",
        "Forwarded | proto=https",
        "Forwarded | proto=\"https\"",
        "Forwarded | for=192.0.2.1;Proto=HTTPS;by=x",
        "Forwarded | for=192.0.2.1; proto=\"https\", for=198.51.100.1;proto=http",
      })
  @DisplayName("C6 a proxy that says HTTPS when the server says HTTP is logged, and not believed")
  void disagreement(String name, String value) {
    assertThat(isSecure(false, Map.of(name, List.of("http", value)))).isFalse();
    assertThat(isLogged()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X-Forwarded-Proto | http",
        "X-Forwarded-Proto | xhttps",
        "X-Forwarded-Proto | https2",
        "X-Forwarded-Proto | ``",
        "Forwarded | proto=http",
        "Forwarded | host=https",
        "Forwarded | xproto=https",
        "X-Other | https",
      })
  @DisplayName("C6 nothing is logged if no proxy says HTTPS")
  void agreement(String name, String value) {
    assertThat(isSecure(false, Map.of(name, List.of(value)))).isFalse();
    assertThat(isLogged()).isFalse();
  }

  @Test
  @DisplayName("C6 nothing is logged if the server says HTTPS too")
  void secure() {
    assertThat(isSecure(true, Map.of("X-Forwarded-Proto", List.of("https")))).isTrue();
    assertThat(isLogged()).isFalse();
  }

  @Test
  @DisplayName("C6 a disagreement is logged once")
  void once() {
    isSecure(false, Map.of("X-Forwarded-Proto", List.of("https")));
    isSecure(false, Map.of("Forwarded", List.of("proto=https")));

    assertThat(TestLog.installed().records()).hasSize(1);
  }
}
