package dev.signet.servlet;

import dev.signet.cdi.StartFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Checks on containers of CDI Lite that the servlet container has loaded the session filter, which
 * cannot be added there. Thread-safe.
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
          "  The servlets of Quarkus do not load Signet's filter by themselves: they would have no"
              + " session, and nothing would check session.csrf. Declare the filter "
              + SessionServletFilter.class.getName()
              + " for /* in META-INF/web.xml, before other filters, with async-supported; or remove"
              + " quarkus-undertow.");
    }
  }
}
