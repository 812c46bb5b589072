package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.header;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.SecurePolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieOptionsTest {

  private static String cookie(String... options) throws SessionConfigException {
    return header(with(options).cookie().writer(null), false);
  }

  @Test
  @DisplayName("C3 C5 C7 C8 C9 defaults of the cookie")
  void defaults() throws SessionConfigException {
    assertThat(cookie()).isEqualTo("session=x; Path=/; HttpOnly; SameSite=Lax");
    assertThat(with().cookie().secure()).isEqualTo(SecurePolicy.AUTO);
    assertThat(with().sliding()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sid", "a", "my.session-2_x", "!#$%&'*+-.^_`|~", "Secure-session"})
  @DisplayName("C3 any token of RFC 6265 is a name")
  void tokensAreNames(String name) throws SessionConfigException {
    assertThat(cookie("session.cookie-name", name)).startsWith(name + "=x; ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"my session", "a=b", "a;b", "a,b", "a\"b", "a/b", "[a]", "sitzung-ä", "a\u0001b"})
  @DisplayName("C3 anything else is a fault")
  void othersAreNoNames(String name) {
    assertThat(faultsWith("session.cookie-name", name))
        .contains("session.cookie-name is '", "it must be a token", "RFC 9110, 5.6.2");
  }

  @Test
  @DisplayName("C3 a name has at most 256 characters")
  void nameOf257CharactersIsAFault() throws SessionConfigException {
    assertThat(cookie("session.cookie-name", "n".repeat(256))).startsWith("n".repeat(256) + "=");
    assertThat(faultsWith("session.cookie-name", "n".repeat(257)))
        .contains("at most 256")
        .doesNotContain("n".repeat(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSESSIONID", "jsessionid"})
  @DisplayName("C3 the name of the servlet session is a fault")
  void servletSessionIsNoName(String name) {
    assertThat(faultsWith("session.cookie-name", name))
        .contains("1 fault:", "session.cookie-name is JSESSIONID, the cookie of HttpSession");
  }

  @Test
  @DisplayName("C5 path and domain are written into the cookie")
  void pathAndDomainAreWritten() throws SessionConfigException {
    assertThat(cookie("session.path", "/shop/cart", "session.domain", "Example.com"))
        .startsWith("session=x; Path=/shop/cart; Domain=Example.com; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "/a;b", "/a; Domain=evil.example", "/a\u0001b", "/a\r\nb", "/ä"})
  @DisplayName("C5 a path with a semicolon, a control character or without its slash is a fault")
  void badPathIsAFault(String path) {
    assertThat(faultsWith("session.path", path)).contains("session.path is '", "must be a slash");
  }

  @Test
  @DisplayName("C5 a path and a domain have at most 1024 characters")
  void overLongPathAndDomainAreFaults() throws SessionConfigException {
    String path = "/".repeat(1024);

    assertThat(cookie("session.path", path, "session.domain", "d".repeat(1024))).contains(path);
    assertThat(faultsWith("session.path", path + "/")).contains("session.path is '");
    assertThat(faultsWith("session.domain", "d".repeat(1025))).contains("session.domain is '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NONE", "", "  "})
  @DisplayName("C5 none means no domain")
  void noneIsNoDomain(String none) throws SessionConfigException {
    assertThat(cookie("session.domain", none)).doesNotContain("Domain");
  }

  @ParameterizedTest
  @ValueSource(strings = {".example.com", "localhost", "a-b.example.com", "xn--bcher-kva.example"})
  @DisplayName("C5 a domain is a host name")
  void hostNamesAreDomains(String domain) throws SessionConfigException {
    assertThat(cookie("session.domain", domain)).contains("; Domain=" + domain + ";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;b",
        "a.example; Secure",
        "a\u0001b",
        "a b",
        "-a.example",
        "a..b",
        "bücher.example",
        "a:80"
      })
  @DisplayName("C5 a domain that is not a host name is a fault")
  void badDomainIsAFault(String domain) {
    assertThat(faultsWith("session.domain", domain))
        .contains("session.domain is '", "must be a host name");
  }

  @ParameterizedTest
  @CsvSource({"true, TRUE", "False, FALSE", "AUTO, AUTO"})
  @DisplayName("C6 secure is read in any case")
  void secureIsRead(String text, SecurePolicy expected) throws SessionConfigException {
    assertThat(with("session.secure", text).cookie().secure()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
  @DisplayName("C7 C9 C10 boolean options are read in any case")
  void switchesAreRead(String text, boolean on) throws SessionConfigException {
    assertThat(cookie("session.http-only", text).contains("; HttpOnly")).isEqualTo(on);
    assertThat(
            cookie(
                    "session.partitioned",
                    text,
                    "session.secure",
                    "true",
                    "session.same-site",
                    "None")
                .contains("; Partitioned"))
        .isEqualTo(on);
    assertThat(with("session.sliding", text).sliding()).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource({"strict, Strict", "STRICT, Strict", "Lax, Lax", "lAX, Lax", "none, None"})
  @DisplayName("C8 same-site is read in any case")
  void sameSiteIsRead(String text, String expected) throws SessionConfigException {
    assertThat(cookie("session.same-site", text, "session.secure", "true"))
        .contains("; SameSite=" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "session.secure, yes, 'true, false, auto'",
    "session.secure, 1, 'true, false, auto'",
    "session.http-only, on, 'true, false'",
    "session.http-only, auto, 'true, false'",
    "session.same-site, loose, 'strict, lax, none'",
    "session.partitioned, ja, 'true, false'",
    "session.sliding, 0, 'true, false'"
  })
  @DisplayName("C21 an unknown value is a fault that lists the known ones")
  void unknownValueIsAFault(String option, String value, String known) {
    assertThat(faultsWith(option, value))
        .contains("1 fault:")
        .contains(option + " is '" + value + "'; it must be one of " + known + ".");
  }
}
