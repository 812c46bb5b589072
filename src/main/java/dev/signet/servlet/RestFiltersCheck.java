package dev.signet.servlet;

import dev.signet.cdi.RestRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;

/**
 * Detects that Jakarta REST serves requests without Signet's filters. It starts with its first
 * request, so this is known after that. Thread-safe.
 */
final class RestFiltersCheck {

  private static final System.Logger LOG = System.getLogger(RestFiltersCheck.class.getName());

  private static final int SUCCESS = 200;
  private static final int REDIRECTION = 300;

  private final RestRegistration registration;
  private volatile boolean missing;

  RestFiltersCheck(RestRegistration registration) {
    this.registration = registration;
  }

  /** Returns whether the filters of Jakarta REST check a request. */
  boolean checks(HttpServletRequest request) {
    return (!missing || registration.isRegistered()) && RestServlets.isTarget(request);
  }

  /**
   * Returns whether a served request is the first that shows that the filters are missing. Other
   * filters may answer requests before Jakarta REST has started, but rarely with success.
   */
  boolean detectsMissing(HttpServletRequest request, HttpServletResponse response) {
    int status = response.getStatus();
    if (missing
        || registration.isRegistered()
        || status < SUCCESS
        || status >= REDIRECTION
        || !RestServlets.isTarget(request)) {
      return false;
    }
    missing = true;
    LOG.log(
        Level.ERROR,
        "Jakarta REST has served a request without Signet's filters: @RolesAllowed is not"
            + " enforced by Signet, and session.csrf is checked as for servlets, without regard to"
            + " @CsrfExempt. Another library's service jakarta.ws.rs.core.Feature hides Signet's,"
            + " or the property jakarta.ws.rs.loadServices is false. Add"
            + " dev.signet.jaxrs.SignetFeature to Application.getClasses().");
    return true;
  }
}
