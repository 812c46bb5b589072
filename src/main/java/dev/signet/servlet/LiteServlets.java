package dev.signet.servlet;

import dev.signet.cdi.StartFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Checks on containers of CDI Lite that the servlet container has loaded the session filter.
 * Thread-safe.
 */
@ApplicationScoped
class LiteServlets {

  private volatile boolean filtered;

  /** Records that the filter is loaded. */
  void markFiltered() {
    filtered = true;
  }

  void check(@Observes StartFaults faults) {
    if (!filtered && ServletApi.isOnQuarkus()) {
      faults.add(
          "  Signet's filter is not mapped to /*, so some requests to servlets have no session and are"
              + " not checked by session.csrf. Remove the filter "
              + SessionServletFilter.class.getName()
              + " from META-INF/web.xml, so that Signet adds it.");
    }
  }
}
