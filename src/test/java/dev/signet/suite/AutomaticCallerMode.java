package dev.signet.suite;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sets {@code session.caller=auto} in the applications of this process. */
final class AutomaticCallerMode implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("session.caller", "auto");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty("session.caller");
  }
}
