package dev.signet.servlet;

import dev.signet.cdi.SessionExtension;
import dev.signet.core.ApplicationStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger.Level;

/**
 * Publishes that the application starts, with the servlet context if there is one. An event of CDI
 * needs no servlet type, unlike a {@code ServletContainerInitializer}: Open Liberty loads that even
 * if it hides the servlet API from the application.
 */
@ApplicationScoped
class ServletStartup {

  private static final System.Logger LOG = System.getLogger(ServletStartup.class.getName());

  /** Before the application's own observers. */
  private static final int FIRST = 0;

  void start(
      @Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object application,
      Event<ApplicationStart> starts,
      Instance<SessionExtension> extension) {
    if (extension.isUnsatisfied()) {
      if (ServletApi.isOnQuarkus()) {
        QuarkusServlets.awaitDeployment();
      }
      return; // CDI Lite fires this event before it can be used, and another one later
    }
    if (!ServletApi.isAvailable()) {
      LOG.log(Level.DEBUG, "There is no servlet API. The filters of Jakarta REST write sessions.");
      starts.fire(new ApplicationStart(application));
    } else if (ServletStart.isContext(application)) {
      ServletStart.publish(application);
    } else if (ServletApi.isOnJersey()) {
      LOG.log(Level.DEBUG, "CDI has started before Jersey, which reports the servlet context.");
    } else {
      starts.fire(new ApplicationStart(application));
    }
  }

  /** The event of a request has it as its payload (Jakarta CDI 4.0, 6.7.3). */
  static void check(@Observes @Initialized(RequestScoped.class) Object request) {
    if (ServletApi.isAvailable()) {
      FilterGuard.check(request);
    }
  }
}
