package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.header;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceOptionsTest {

  @ParameterizedTest
  @CsvSource({
    ", , session",
    "'', , session",
    "/shop, , session /shop",
    "/shop, context root, session /shop",
    "/shop, none, session",
    "/shop, None, session",
    "/shop, both, session both",
    ", both, session both",
    "'', /shop, session /shop"
  })
  @DisplayName("C14 the audience is the context root by default, and absent at / and with none")
  void audience(@Nullable String root, @Nullable String audience, String binding)
      throws SessionConfigException {
    var config = audience == null ? with() : with("session.audience", audience);

    assertThat(config.cookie().binding(root)).isEqualTo(binding);
  }

  @ParameterizedTest
  @CsvSource({
    ", session.csrf, off, /",
    "'', session.csrf, off, /",
    "/shop, session.csrf, off, /shop",
    "/shop, session.path, /, /",
    "/shop, session.path, /shop/cart, /shop/cart",
    "/shop, session.audience, both, /",
    "/shop, session.audience, none, /",
    "/a;b, session.csrf, off, /"
  })
  @DisplayName(
      "C5 C14 the path is the context root by default, and / if applications share sessions")
  void path(@Nullable String root, String option, String value, String path)
      throws SessionConfigException {
    assertThat(header(with(option, value).cookie().writer(root), false))
        .startsWith("session=x; Path=" + path + "; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Host-session", "__Host-Http-session"})
  @DisplayName("C3 C5 the path of a cookie with the prefix __Host- is / everywhere")
  void pathOfHostCookies(String name) throws SessionConfigException {
    var config = with("session.cookie-name", name, "session.secure", "true");

    assertThat(header(config.cookie().writer("/shop"), true)).startsWith(name + "=x; Path=/; ");
    assertThat(config.cookie().binding("/shop")).isEqualTo(name + " /shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "käse", "a\u0001"})
  @DisplayName("C14 an audience with other characters is a fault")
  void invalid(String audience) {
    assertThat(faultsWith("session.audience", audience))
        .contains("1 fault:", "session.audience is '", "printable ASCII characters");
  }
}
