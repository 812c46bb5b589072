package dev.signet.observability;

import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The health check {@code signet-session-store}: up if the store responds to a request for a
 * session that does not exist. The response names the kind of the store; the reason of a failure is
 * logged at debug level only, because health endpoints are public. Thread-safe.
 */
public final class StoreHealthCheck implements HealthCheck {

  private static final System.Logger LOG = System.getLogger(StoreHealthCheck.class.getName());

  private final String store;
  private final Runnable probe;

  /**
   * @param store the kind of the store
   * @param probe calls the store; throws if that fails
   */
  public StoreHealthCheck(String store, Runnable probe) {
    this.store = store;
    this.probe = probe;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("signet-session-store")
        .withData("store", store)
        .status(responds())
        .build();
  }

  private boolean responds() {
    try {
      probe.run();
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The session store does not respond. {0}", e.getMessage());
      return false;
    }
  }
}
