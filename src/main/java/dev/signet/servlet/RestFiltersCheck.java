package dev.signet.servlet;

import dev.signet.cdi.RestRegistration;
import dev.signet.csrf.ServletCsrfCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects Jakarta REST applications that serve requests without Signet's filters. An application
 * may start with its first request, so this is known after that. Thread-safe.
 */
final class RestFiltersCheck {

  private static final System.Logger LOG = System.getLogger(RestFiltersCheck.class.getName());

  private static final int SUCCESS = 200;
  private static final int REDIRECTION = 300;
  private static final int ERROR = 400;

  private final RestRegistration registration;

  /** The servlets of the applications whose requests have reached the filters. */
  private final Set<String> filtered = ConcurrentHashMap.newKeySet();

  /** The servlets of the applications without the filters. */
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  RestFiltersCheck(RestRegistration registration) {
    this.registration = registration;
  }

  /** Returns whether the filters of Jakarta REST check a request. */
  boolean checks(HttpServletRequest request) {
    return RestServlets.isTarget(request) && !missing.contains(servlet(request));
  }

  /**
   * Returns whether a served request is the first that shows that the filters of its application
   * are missing. A filter of the application may answer requests before Jakarta REST, so a later
   * request that reaches the filters counts more.
   */
  boolean detectsMissing(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(RestRegistration.FILTERED) != null) {
      recordFiltered(servlet(request));
      return false;
    }
    if (!RestServlets.isTarget(request)
        || filtered.contains(servlet(request))
        || !isServed(request, response.getStatus())
        || !missing.add(servlet(request))) {
      return false;
    }
    LOG.log(
        Level.ERROR,
        "Jakarta REST has served a request to {0} without Signet''s filters: @RolesAllowed is not"
            + " enforced by Signet, and session.csrf is checked as for servlets, without regard to"
            + " @CsrfExempt. Another library''s service jakarta.ws.rs.core.Feature hides Signet''s,"
            + " or the property jakarta.ws.rs.loadServices is false. Add"
            + " dev.signet.jaxrs.SignetFeature to Application.getClasses().",
        servlet(request));
    return true;
  }

  private void recordFiltered(String servlet) {
    if (!filtered.contains(servlet)) {
      filtered.add(servlet);
      missing.remove(servlet);
    }
  }

  /**
   * Returns whether Jakarta REST has served a request, as far as that is known. If the filters are
   * loaded somewhere, only requests that have to be checked count.
   */
  private boolean isServed(HttpServletRequest request, int status) {
    if (ServletCsrfCheck.appliesTo(request)) {
      return status >= SUCCESS && status < ERROR;
    }
    return status >= SUCCESS
        && status < REDIRECTION
        && !registration.isRegistered()
        && !request.getMethod().equals("OPTIONS");
  }

  private static String servlet(HttpServletRequest request) {
    return request.getHttpServletMapping().getServletName();
  }
}
