package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.CsrfConfig.Mode;
import dev.signet.http.WebOrigin;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfOptionsTest {

  @Test
  @DisplayName("N2 the mode is off by default and read in any case")
  void mode() throws SessionConfigException {
    assertThat(with().csrf().mode()).isEqualTo(Mode.OFF);
    assertThat(with("session.csrf", "Origin").csrf().mode()).isEqualTo(Mode.ORIGIN);
    assertThat(with("session.csrf", "token").csrf().mode()).isEqualTo(Mode.TOKEN);
  }

  @Test
  @DisplayName("N2 origins are normalised as browsers compare them")
  void origins() throws SessionConfigException {
    var list = " https://Shop.example , http://[::1]:8080,, capacitor://localhost ";

    assertThat(with("session.csrf.allowed-origins", list).csrf().allowedOrigins())
        .containsExactlyInAnyOrder(
            new WebOrigin("https", "shop.example", 443),
            new WebOrigin("http", "[::1]", 8080),
            new WebOrigin("capacitor", "localhost", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "*", "https://*.example", "shop.example", "https://a/", "https://a:x"})
  @DisplayName("N2 C20 each entry that is no origin is a fault")
  void noOrigin(String text) {
    assertThat(faultsWith("session.csrf.allowed-origins", "https://ok.example," + text + ", ?"))
        .contains("2 faults:", "session.csrf.allowed-origins has '" + text + "'; an origin is");
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example/app/, false, http://shop.example",
    "http://shop.example/app/, true, https://shop.example",
    "http://shop.example:80/, true, https://shop.example",
    "http://shop.example:8080/, true, https://shop.example:8080",
    "https://shop.example:443/, true, https://shop.example",
    "https://my_host/, false, https://my_host",
  })
  @DisplayName("N2 the own origin is the one of the browser's request, also through a proxy")
  void ownOrigin(URI base, boolean secure, String origin) {
    assertThat(WebOrigin.of(base, secure)).isNotNull().isEqualTo(WebOrigin.parse(origin));
  }

  @Test
  @DisplayName("N2 an address without a host has no origin")
  void noOwnOrigin() {
    assertThat(WebOrigin.of(URI.create("/app"), true)).isNull();
  }

  @Test
  @DisplayName("N2 J3 no path is exempt by default; a list has paths and prefixes of paths")
  void exemptPaths() throws SessionConfigException {
    assertThat(with().csrf().exemptPaths().contains("/")).isFalse();
    var paths =
        with("session.csrf.exempt-paths", " /hook,/hooks/* ,,/a/b.jsp").csrf().exemptPaths();
    for (String path : new String[] {"/hook", "/hooks", "/hooks/", "/hooks/a/b", "/a/b.jsp"}) {
      assertThat(paths.contains(path)).as(path).isTrue();
    }
    for (String path :
        new String[] {
          "", "/", "/hook/", "/hook/a", "/hooksa", "/Hook", "/hooks/../a", "/hooks/.", "/hooks/;a"
        }) {
      assertThat(paths.contains(path)).as(path).isFalse();
    }
    assertThat(with("session.csrf.exempt-paths", "/*").csrf().exemptPaths().contains("/a"))
        .isTrue();
    assertThat(with("session.csrf.exempt-paths", "None").csrf().exemptPaths().patterns()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hook",
        "*",
        "*.jsp",
        "/a*",
        "/*/a",
        "/a/**",
        "/a/../b",
        "/.",
        "/a//b",
        "/a;b",
        "/a?b",
        "/a%20b",
        "https://a/b"
      })
  @DisplayName("N2 J3 C20 a text that is not a path is a fault")
  void noPath(String text) {
    assertThat(faultsWith("session.csrf.exempt-paths", "/ok," + text))
        .contains("session.csrf.exempt-paths has '" + text + "'; a path begins with a slash");
  }
}
