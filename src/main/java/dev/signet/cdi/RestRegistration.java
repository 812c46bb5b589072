package dev.signet.cdi;

import jakarta.enterprise.context.ApplicationScoped;

/** Knows whether Jakarta REST has loaded Signet's filters. Thread-safe. */
@ApplicationScoped
public class RestRegistration {

  private volatile boolean registered;

  /** Records that the filters are registered. */
  public void markRegistered() {
    registered = true;
  }

  /** Returns whether the filters are registered, which Jakarta REST does when it starts. */
  public boolean isRegistered() {
    return registered;
  }
}
