package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.header;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers take from secure cookies only is refused at deployment, not by the browser. */
class SecureOnlyOptionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"auto", "false"})
  @DisplayName("C8 C21 SameSite=None needs secure=true; auto is a fault there")
  void sameSiteNoneNeedsSecure(String secure) {
    assertThat(faultsWith("session.same-site", "None", "session.secure", secure))
        .contains("1 fault:", "session.same-site is None", "Set session.secure=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "false"})
  @DisplayName("C9 C21 Partitioned needs secure=true; auto is a fault there")
  void partitionedNeedsSecure(String secure) {
    assertThat(faultsWith("session.partitioned", "true", "session.secure", secure))
        .contains("session.partitioned is true; browsers", "Set session.secure=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict"})
  @DisplayName("C9 C21 Partitioned needs SameSite=None")
  void partitionedNeedsSameSiteNone(String sameSite) {
    assertThat(
            faultsWith(
                "session.partitioned", "true",
                "session.secure", "true",
                "session.same-site", sameSite))
        .contains("1 fault:", "session.partitioned is true", "Set session.same-site=None");
  }

  @ParameterizedTest
  @CsvSource({
    "__Host-id, auto",
    "__host-id, false",
    "__HOST-id, auto",
    "__Secure-id, auto",
    "__secure-id, false",
    "__SECURE-id, auto",
    "__Http-id, auto",
    "__http-id, false",
    "__Host-Http-id, auto"
  })
  @DisplayName("C3 C21 a name with a prefix needs secure=true, in any case as browsers see it")
  void prefixedNamesNeedSecure(String name, String secure) {
    assertThat(faultsWith("session.cookie-name", name, "session.secure", secure))
        .contains("1 fault:", "session.cookie-name begins with __Host- or __Secure-")
        .contains("Set session.secure=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__Host-id",
        "__hOST-id",
        "__Secure-id",
        "__sEcure-id",
        "__Http-id",
        "__Host-Http-id"
      })
  @DisplayName("C3 a name with a prefix is accepted with secure=true")
  void prefixedNamesAreAcceptedWithSecure(String name) throws SessionConfigException {
    assertThat(with("session.cookie-name", name, "session.secure", "true").cookie().name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "__Host-id, session.domain, example.com",
    "__host-id, session.domain, example.com",
    "__Host-id, session.path, /shop",
    "__HOST-id, session.path, /shop",
    "__Host-Http-id, session.path, /shop",
    "__host-http-id, session.domain, example.com"
  })
  @DisplayName("C3 C21 __Host- with a domain or another path is a fault")
  void hostPrefixAllowsNeitherDomainNorPath(String name, String option, String value) {
    assertThat(faultsWith("session.cookie-name", name, "session.secure", "true", option, value))
        .contains("1 fault:", "session.cookie-name begins with __Host-;")
        .contains("Remove session.domain and session.path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Http-id", "__hTTP-id", "__Host-Http-id"})
  @DisplayName("C3 C21 __Http- and __Host-Http- need HttpOnly")
  void httpPrefixNeedsHttpOnly(String name) {
    assertThat(
            faultsWith(
                "session.cookie-name", name,
                "session.secure", "true",
                "session.http-only", "false"))
        .contains("1 fault:", "session.cookie-name begins with __Http- or __Host-Http-")
        .contains("Set session.http-only=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Secure-id", "__secure-id"})
  @DisplayName("C3 __Secure- allows a domain and a path")
  void securePrefixAllowsDomainAndPath(String name) throws SessionConfigException {
    var config =
        with(
            "session.cookie-name", name,
            "session.secure", "true",
            "session.domain", "example.com",
            "session.path", "/shop");

    assertThat(header(config.cookie().writer(null), true))
        .startsWith(name + "=x; Path=/shop; Domain=example.com; Secure");
  }
}
