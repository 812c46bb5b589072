package dev.signet.suite;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sets former cookies in the applications of this process that are started during a test. */
final class FormerCookiesMode implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    for (String option : FormerCookiesContract.OPTIONS) {
      int equals = option.indexOf('=');
      System.setProperty(option.substring(0, equals), option.substring(equals + 1));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    for (String option : FormerCookiesContract.OPTIONS) {
      System.clearProperty(option.substring(0, option.indexOf('=')));
    }
  }
}
