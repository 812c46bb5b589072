package dev.signet.security;

import dev.signet.config.LoginConfig;
import dev.signet.core.ApplicationStart;
import dev.signet.servlet.ServletContextRoot;
import dev.signet.servlet.ServletSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The context root of the application. Logs at deployment what guards what. */
@ApplicationScoped
class ContextRoot {

  private static final System.Logger LOG = System.getLogger(ContextRoot.class.getName());

  private volatile String path = "";

  void set(
      @Observes ApplicationStart start,
      LoginConfig config,
      Instance<MechanismExtension> extensions) {
    String root = contextRoot(start.context());
    if (root != null) {
      path = root;
    }
    MechanismExtension extension = extensions.isResolvable() ? extensions.get() : null;
    if (extension != null && extension.isAdded()) {
      ServletSessions.expectMechanism(start.context());
    }
    LOG.log(Level.INFO, GuardCoverage.describe(config.callers(), extension));
  }

  private static @Nullable String contextRoot(Object context) {
    try {
      return ServletContextRoot.of(context);
    } catch (NoClassDefFoundError e) {
      return null; // there is no servlet API
    }
  }

  /** Returns the path, empty for the root of the server. */
  String path() {
    return path;
  }
}
