package dev.signet.suite;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sets a log-in page and a registry of log-ins in the applications of this process that are started
 * during a test.
 */
final class LoginPageMode implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("session.login-page", "/account/login");
    System.setProperty("session.logins", "memory");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty("session.login-page");
    System.clearProperty("session.logins");
  }
}
