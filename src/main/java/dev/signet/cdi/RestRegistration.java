package dev.signet.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the Jakarta REST applications of the deployment that have loaded Signet's filters.
 * Thread-safe.
 */
@ApplicationScoped
public class RestRegistration {

  /**
   * The request property, also a servlet request's attribute, of a request that has reached the
   * filters.
   */
  public static final String FILTERED = "dev.signet.rest.filtered";

  private final AtomicInteger applications = new AtomicInteger();

  /** Records that an application has registered the filters. */
  public void markRegistered() {
    applications.incrementAndGet();
  }

  /**
   * Returns whether as many applications have registered the filters, which they do when they
   * start.
   */
  public boolean isRegisteredIn(int all) {
    return applications.get() >= all;
  }
}
