package dev.signet.servlet;

import dev.signet.cdi.RestRegistration;
import dev.signet.csrf.ServletCsrfCheck;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;

/**
 * Reports servlet requests of an application that has no session filter, and refuses those that
 * another site may have made the browser send. Loaded only if the servlet API is available.
 */
final class FilterGuard {

  private static final System.Logger LOG = System.getLogger(FilterGuard.class.getName());
  private static final String REPORTED = FilterGuard.class.getName();

  private FilterGuard() {}

  /**
   * Checks that a request passes the filter.
   *
   * @param request the request; other objects are ignored
   * @throws IllegalStateException if it does not, and {@code session.csrf} requires a check
   */
  static void check(Object request) {
    if (!(request instanceof HttpServletRequest http)
        || ServletCsrfCheck.isCovered(http.getServletContext())
        || isCheckedByRest(http)) {
      return;
    }
    report(http.getServletContext());
    if (ServletCsrfCheck.appliesTo(http)) {
      throw new IllegalStateException(
          "session.csrf is on, and nothing checks this request. " + FilterRegistrar.MISSING);
    }
  }

  /** Logs that requests to an application do not pass the filter, once. */
  static void report(ServletContext application) {
    if (application.getAttribute(REPORTED) == null) {
      application.setAttribute(REPORTED, true);
      LOG.log(Level.ERROR, FilterRegistrar.MISSING);
    }
  }

  /** Returns whether Jakarta REST gets the request, and has started with the filters there. */
  private static boolean isCheckedByRest(HttpServletRequest request) {
    return RestServlets.isTarget(request)
        && CDI.current().select(RestRegistration.class).get().isRegistered();
  }
}
