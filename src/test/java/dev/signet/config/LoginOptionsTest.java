package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.LoginConfig.Callers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginOptionsTest {

  @Test
  @DisplayName("L2 guards are enforced by default, and there is no log-in page")
  void defaults() throws SessionConfigException {
    assertThat(with().login().callers()).isEqualTo(Callers.REST);
    assertThat(with().login().loginPage()).isNull();
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
        .contains("session.caller is 'everyone'; it must be one of rest, off");
  }
}
