package dev.signet.suite;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Requires CSRF tokens in the applications of this process that are started during a test. */
final class TokenMode implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("session.csrf", "token");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty("session.csrf");
  }
}
