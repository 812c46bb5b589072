package dev.signet.cdi;

import jakarta.enterprise.context.ApplicationScoped;

/** Knows whether a Jakarta REST application has loaded Signet's filters. Thread-safe. */
@ApplicationScoped
public class RestRegistration {

  /**
   * The request property, also a servlet request's attribute, of a request that has reached the
   * filters.
   */
  public static final String FILTERED = "dev.signet.rest.filtered";

  private volatile boolean registered;

  /** Records that an application has registered the filters. */
  public void markRegistered() {
    registered = true;
  }

  /** Returns whether an application has registered the filters, which happens when it starts. */
  public boolean isRegistered() {
    return registered;
  }
}
