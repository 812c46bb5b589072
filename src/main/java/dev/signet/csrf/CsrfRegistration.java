package dev.signet.csrf;

import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Knows whether Jakarta REST has loaded the check of requests to resources. Some implementations
 * ignore what a feature registers. Thread-safe.
 */
@ApplicationScoped
public class CsrfRegistration {

  @Inject CsrfConfig config;

  private volatile boolean registered;

  /** Records that the check is loaded. */
  void markRegistered() {
    registered = true;
  }

  /**
   * Checks that requests to resources are checked, if {@code session.csrf} is on.
   *
   * @throws IllegalStateException if they are not, so that they are refused
   */
  public void require() {
    if (!registered && config.mode() != Mode.OFF) {
      throw new IllegalStateException(
          "session.csrf is on, and Jakarta REST has not loaded its check, which SignetFeature"
              + " registers. Requests are refused without it. Add dev.signet.csrf.CsrfFeature to"
              + " Application.getClasses().");
    }
  }
}
