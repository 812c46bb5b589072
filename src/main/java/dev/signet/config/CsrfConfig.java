package dev.signet.config;

import dev.signet.http.WebOrigin;
import java.util.HashSet;
import java.util.Set;

/**
 * The options of CSRF protection. Immutable.
 *
 * @param mode what is required of a request
 * @param allowedOrigins other origins that may send any request
 * @param exemptPaths paths of servlets that are not checked
 */
public record CsrfConfig(Mode mode, Set<WebOrigin> allowedOrigins, ExemptPaths exemptPaths) {

  /** The requirement for a request that may change something. */
  public enum Mode {
    /** None. */
    OFF,
    /** The browser says that a page of this application sent it. */
    ORIGIN,
    /** In addition, it carries a token of its session. */
    TOKEN
  }

  static CsrfConfig read(OptionReader values, ConfigErrors faults) {
    Mode mode = values.oneOf(Option.CSRF, Mode.class);
    Set<WebOrigin> allowed = new HashSet<>();
    for (String text : values.list(Option.CSRF_ALLOWED_ORIGINS)) {
      addOrigin(text, allowed, faults);
    }
    Set<String> exempt = new HashSet<>();
    for (String text : values.list(Option.CSRF_EXEMPT_PATHS)) {
      addPath(text, exempt, faults);
    }
    return new CsrfConfig(mode, Set.copyOf(allowed), new ExemptPaths(Set.copyOf(exempt)));
  }

  private static void addOrigin(String text, Set<WebOrigin> allowed, ConfigErrors faults) {
    WebOrigin origin = WebOrigin.parse(text);
    if (origin != null) {
      allowed.add(origin);
    } else {
      faults.add(
          Option.CSRF_ALLOWED_ORIGINS,
          "has %s; an origin is a scheme, a host and perhaps a port, without a path or a wildcard"
              + " (RFC 6454, 6.2). Write it as browsers do, such as https://shop.example.",
          ConfigErrors.shown(text));
    }
  }

  private static void addPath(String text, Set<String> exempt, ConfigErrors faults) {
    if (ExemptPaths.isValid(text)) {
      exempt.add(text);
    } else {
      faults.add(
          Option.CSRF_EXEMPT_PATHS,
          "has %s; a path begins with a slash, is decoded and normalized, and has a wildcard only"
              + " at its end. Write it as servlets are mapped, such as /hook or /hooks/*.",
          ConfigErrors.shown(text));
    }
  }
}
