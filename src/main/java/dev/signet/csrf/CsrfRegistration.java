package dev.signet.csrf;

import dev.signet.config.CsrfConfig.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Knows whether Jakarta REST has loaded the check of requests to resources. Some implementations
 * ignore what a feature registers. Thread-safe.
 */
@ApplicationScoped
public class CsrfRegistration {

  @Inject CsrfCheck check;

  private volatile boolean registered;
  private volatile boolean servlets;

  /**
   * Registers the check, which applies unless {@code session.csrf} is off, as an object that gets
   * nothing injected.
   *
   * @param resource the resource of the current request
   */
  public void register(FeatureContext context, ResourceInfo resource) {
    context.register(new CsrfFilter(check, resource));
    markRegistered();
  }

  /** Records that the check is loaded. */
  void markRegistered() {
    registered = true;
  }

  /** Records that requests to servlets are checked too, on containers of CDI Lite. */
  public void markServlets() {
    servlets = true;
  }

  /** Returns whether requests to servlets are checked, as far as that was recorded. */
  boolean hasServlets() {
    return servlets;
  }

  /**
   * Checks that requests to resources are checked, if {@code session.csrf} is on.
   *
   * @throws IllegalStateException if they are not, so that they are refused
   */
  public void require() {
    if (!registered && check.mode() != Mode.OFF) {
      throw new IllegalStateException(
          "session.csrf is on, and Jakarta REST has not loaded its check, which SignetFeature"
              + " registers. Requests are refused without it. Add dev.signet.csrf.CsrfFeature to"
              + " Application.getClasses().");
    }
  }
}
