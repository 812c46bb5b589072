package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormerCookiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "none | none | - | none | ",
        "/old | none | - | none | Path=/old",
        "/, /a,/ | none | - | none | Path=/a",
        "none | host-only | / | example.com | Path=/",
        "none | example.com | / | none | Path=/; Domain=example.com",
        "none | .EXAMPLE.com | / | example.com | ",
        "/old | HOST-ONLY | /new | example.com | Path=/new, Path=/old; Domain=example.com,"
            + " Path=/old"
      })
  @DisplayName("W14 each former path and domain is deleted, and never the current one")
  void deletions(String paths, String domains, String path, String domain, String expected)
      throws SessionConfigException {
    var cookie =
        with(
                "session.former-paths", paths,
                "session.former-domains", domains,
                "session.path", path == null ? "/" : path,
                "session.domain", domain)
            .cookie()
            .writer("/shop");

    assertThat(cookie.expireFormer(false))
        .map(header -> header.replaceAll("^session=; Max-Age=0; .*GMT; |; HttpOnly.*", ""))
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(", "));
  }

  @Test
  @DisplayName("W14 the former cookies of an application without a path are not that of its root")
  void contextRoot() throws SessionConfigException {
    var cookie = with("session.former-paths", "/,/shop").cookie();

    assertThat(cookie.writer("/shop").expireFormer(true))
        .containsExactly(
            "session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Secure; HttpOnly;"
                + " SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", "/a;b", "/ok,b"})
  @DisplayName("W14 C20 an element that is no path is a fault")
  void noPaths(String paths) {
    assertThat(faultsWith("session.former-paths", paths))
        .contains("1 fault:", "session.former-paths has '", "each element must be a slash and");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exa_mple", "https://example.com", "a.example,*.example"})
  @DisplayName("W14 C20 an element that is no domain is a fault")
  void noDomains(String domains) {
    assertThat(faultsWith("session.former-domains", domains))
        .contains("1 fault:", "session.former-domains has '", "or host-only");
  }

  @Test
  @DisplayName("W14 C20 more than eight former cookies are a fault")
  void tooMany() throws SessionConfigException {
    assertThat(with("session.former-paths", "/a,/b,/c,/d,/e,/f,/g,/h").cookie().writer(null))
        .satisfies(cookie -> assertThat(cookie.expireFormer(false)).hasSize(8));
    assertThat(
            faultsWith(
                "session.former-paths", "/a,/b,/c,/d", "session.former-domains", "b.example"))
        .contains("1 fault:", "makes 9 former cookies", "at most 8");
  }

  @Test
  @DisplayName("W14 C3 C21 a cookie with the prefix __Host- has no former path")
  void hostPrefix() {
    assertThat(
            faultsWith(
                "session.cookie-name", "__Host-session",
                "session.secure", "true",
                "session.former-paths", "/old"))
        .contains("1 fault:", "session.cookie-name begins with __Host-");
  }
}
