package dev.signet.config;

import dev.signet.http.WebOrigin;
import java.util.HashSet;
import java.util.Set;

/**
 * Which requests are refused because another site may have made the browser send them. Immutable.
 *
 * @param mode what is asked of a request
 * @param allowedOrigins other origins whose requests are wanted
 */
public record CsrfConfig(Mode mode, Set<WebOrigin> allowedOrigins) {

  /** The protection of requests that may change something. */
  public enum Mode {
    /** Nothing. */
    OFF,
    /** The browser has to state that the request comes from this application. */
    ORIGIN,
    /** That, and a token of the session. */
    TOKEN
  }

  static CsrfConfig read(OptionReader values, ConfigErrors faults) {
    Mode mode = values.oneOf(Option.CSRF, Mode.class);
    Set<WebOrigin> allowed = new HashSet<>();
    String list = values.textOrDefault(Option.CSRF_ALLOWED_ORIGINS);
    if (!list.equalsIgnoreCase(Option.CSRF_ALLOWED_ORIGINS.defaultValue())) {
      for (String text : list.split(",", -1)) {
        add(text.strip(), allowed, faults);
      }
    }
    return new CsrfConfig(mode, Set.copyOf(allowed));
  }

  private static void add(String text, Set<WebOrigin> allowed, ConfigErrors faults) {
    WebOrigin origin = WebOrigin.parse(text);
    if (origin != null) {
      allowed.add(origin);
    } else if (!text.isEmpty()) {
      faults.add(
          Option.CSRF_ALLOWED_ORIGINS,
          "has %s; an origin is a scheme, a host and perhaps a port, without a path or a wildcard"
              + " (RFC 6454, 6.2). Write it as browsers do, such as https://shop.example.",
          ConfigErrors.shown(text));
    }
  }
}
