package dev.signet.security;

import dev.signet.config.LoginConfig;
import dev.signet.core.ApplicationStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger.Level;

/** The context root of the application. Logs at deployment what guards what. */
@ApplicationScoped
class ContextRoot {

  private static final System.Logger LOG = System.getLogger(ContextRoot.class.getName());

  private volatile String path = "";

  void set(
      @Observes ApplicationStart start,
      LoginConfig config,
      Instance<MechanismExtension> extensions) {
    path = pathOf(start.context());
    MechanismExtension extension = extensions.isResolvable() ? extensions.get() : null;
    if (extension != null && extension.isAdded()) {
      ServletContextPath.expectMechanism(start.context());
    }
    LOG.log(Level.INFO, GuardCoverage.describe(config.callers(), extension));
  }

  /** The event's payload is a servlet context if there are servlets (Jakarta CDI 4.0, 6.7.3). */
  private static String pathOf(Object context) {
    try {
      return ServletContextPath.of(context);
    } catch (NoClassDefFoundError e) {
      return ""; // there is no servlet API
    }
  }

  /** Returns the path, empty for the root of the server. */
  String path() {
    return path;
  }
}
