package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.LoginConfig.Callers;
import dev.signet.config.RegistryConfig.Kind;
import dev.signet.config.RegistryConfig.WhenDown;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginOptionsTest {

  @Test
  @DisplayName("L2 guards are enforced by default, and there is no log-in page")
  void defaults() throws SessionConfigException {
    assertThat(with().login().callers()).isEqualTo(Callers.REST);
    assertThat(with().login().loginPage()).isNull();
    assertThat(with("session.caller", "AUTO").login().callers()).isEqualTo(Callers.AUTO);
    assertThat(with("session.caller", "Off").login().callers()).isEqualTo(Callers.OFF);
    assertThat(with("session.login-page", "none").login().loginPage()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/a/log%20in?x=1&y"})
  @DisplayName("L2 the log-in page is a path below the context root")
  void loginPage(String page) throws SessionConfigException {
    assertThat(with("session.login-page", page).login().loginPage()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/a b",
        "/a#b",
        "/%"
      })
  @DisplayName("L2 C20 a log-in page that is no path, or on another server, is a fault")
  void noLoginPage(String page) {
    assertThat(faultsWith("session.login-page", page))
        .contains("session.login-page is '" + page + "'; it must be a path");
  }

  @Test
  @DisplayName("L2 C21 a log-in page without guards is a fault")
  void loginPageWithoutGuards() {
    assertThat(faultsWith("session.login-page", "/login", "session.caller", "off"))
        .contains("session.login-page is set, but session.caller is off");
    assertThat(faultsWith("session.caller", "everyone"))
        .contains("session.caller is 'everyone'; it must be one of auto, rest, off");
  }

  @Test
  @DisplayName("L5 log-ins have no timeouts by default; timeouts are durations like max-age")
  void timeouts() throws SessionConfigException {
    assertThat(with().login().timeout()).isNull();
    assertThat(with().login().idleTimeout()).isNull();
    var login = with("session.login-timeout", "PT12H", "session.idle-timeout", "1800").login();
    assertThat(login.timeout()).isEqualTo(Duration.ofHours(12));
    assertThat(login.idleTimeout()).isEqualTo(Duration.ofMinutes(30));
    assertThat(faultsWith("session.login-timeout", "soon", "session.idle-timeout", "0"))
        .contains("session.login-timeout is 'soon'", "session.idle-timeout is '0'");
  }

  @ParameterizedTest
  @CsvSource({
    "session.login-timeout, PT13H, session.absolute-timeout, PT12H",
    "session.idle-timeout, PT13H, session.absolute-timeout, PT12H",
    "session.idle-timeout, PT13H, session.login-timeout, PT12H",
    "session.idle-timeout, PT13H, session.max-age, PT12H",
    "session.idle-timeout, P15D, session.max-age, none",
  })
  @DisplayName("L5 C21 a timeout that another one always precedes is a fault")
  void contradictions(String option, String longer, String other, String shorter) {
    assertThat(faultsWith(option, longer, other, shorter))
        .contains("1 fault", option + " is longer than " + other);
  }

  @Test
  @DisplayName("L5 equal timeouts are no contradiction")
  void equalTimeouts() throws SessionConfigException {
    assertThat(
            with(
                    "session.login-timeout",
                    "PT1H",
                    "session.idle-timeout",
                    "PT1H",
                    "session.absolute-timeout",
                    "PT1H",
                    "session.max-age",
                    "PT1H")
                .login()
                .timeout())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  @DisplayName("L3 L4 the registry is off by default; delay, failure and number can be set")
  void registry() throws SessionConfigException {
    assertThat(with().login().registry())
        .isEqualTo(
            new RegistryConfig(
                Kind.OFF, Duration.ofSeconds(5), WhenDown.REFUSE, null, "signet_logins"));
    assertThat(
            with(
                    "session.logins",
                    "Jdbc",
                    "session.jdbc.logins-table",
                    "web.logins",
                    "session.logins.delay",
                    "0",
                    "session.logins.when-down",
                    "accept",
                    "session.logins.per-user",
                    "3")
                .login()
                .registry())
        .isEqualTo(new RegistryConfig(Kind.JDBC, Duration.ZERO, WhenDown.ACCEPT, 3, "web.logins"));
  }

  @Test
  @DisplayName("L3 L4 C20 wrong options of the registry are faults")
  void wrongRegistry() {
    assertThat(
            faultsWith(
                "session.logins",
                "files",
                "session.logins.delay",
                "PT2M",
                "session.logins.when-down",
                "wait",
                "session.logins.per-user",
                "0"))
        .contains(
            "4 faults",
            "session.logins is 'files'",
            "session.logins.delay is 'PT2M'",
            "session.logins.when-down is 'wait'",
            "session.logins.per-user is '0'");
  }
}
