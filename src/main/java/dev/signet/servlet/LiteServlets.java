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
          "  The servlets of this application do not pass Signet's filter for all paths: they would"
              + " have no session, and nothing would check session.csrf. If META-INF/web.xml declares"
              + " the filter "
              + SessionServletFilter.class.getName()
              + ", remove it there, so that Signet adds it; otherwise declare it for /*, before other"
              + " filters, with async-supported and the dispatchers REQUEST, ASYNC and ERROR; or"
              + " remove quarkus-undertow.");
    }
  }
}
