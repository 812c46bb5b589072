package dev.signet.security;

import dev.signet.config.LoginConfig;
import dev.signet.core.ApplicationStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;

/** The context root of the application. Logs at deployment what guards what. */
@ApplicationScoped
class ContextRoot {

  private static final System.Logger LOG = System.getLogger(ContextRoot.class.getName());

  private volatile String path = "";

  void set(@Observes ApplicationStart start, LoginConfig config) {
    path = pathOf(start.context());
    LOG.log(Level.INFO, describe(config.callers()));
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

  static String describe(LoginConfig.Callers callers) {
    return switch (callers) {
      case OFF ->
          "session.caller is off: Signet enforces no @RolesAllowed, @PermitAll, @DenyAll or"
              + " @RecentLogIn. The server may, or nothing does.";
      case REST ->
          "session.caller=rest: Signet enforces @RolesAllowed, @PermitAll, @DenyAll and"
              + " @RecentLogIn on Jakarta REST resources, with the caller of the session. It does"
              + " not guard servlets, EJBs and WebSocket endpoints; check session.caller() there.";
    };
  }
}
