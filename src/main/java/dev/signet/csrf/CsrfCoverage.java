package dev.signet.csrf;

import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.core.ApplicationStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Logs at deployment which requests are checked. */
@ApplicationScoped
class CsrfCoverage {

  private static final System.Logger LOG = System.getLogger(CsrfCoverage.class.getName());

  void log(@Observes ApplicationStart start, CsrfConfig config, CsrfRegistration registration) {
    boolean servlets = hasFilter(start.context()) || registration.hasServlets();
    LOG.log(Level.INFO, describe(config.mode(), servlets));
  }

  static String describe(Mode mode, boolean servlets) {
    if (mode == Mode.OFF) {
      return "session.csrf is off: requests that other sites make a browser send are accepted.";
    }
    return "session.csrf=%s checks requests to %s, except GET, HEAD, OPTIONS and TRACE."
        .formatted(
            mode.name().toLowerCase(Locale.ROOT),
            servlets
                ? "Jakarta REST resources, servlets and pages"
                : "Jakarta REST resources only, not to servlets and pages");
  }

  /** The event's payload is a servlet context if there are servlets (Jakarta CDI 4.0, 6.7.3). */
  private static boolean hasFilter(Object context) {
    try {
      return ServletCoverage.hasFilter(context);
    } catch (NoClassDefFoundError e) {
      return false; // there is no servlet API
    }
  }
}
