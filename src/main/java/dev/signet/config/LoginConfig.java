package dev.signet.config;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of log-ins. Immutable.
 *
 * @param callers what knows the caller of the session
 * @param loginPage the path of the log-in page below the context root; null for none
 */
public record LoginConfig(Callers callers, @Nullable String loginPage) {

  /** What knows the caller of the session. */
  public enum Callers {
    /** Resources of Jakarta REST, and the annotations that guard them. */
    REST,
    /** Only code that asks the session. */
    OFF
  }

  private static final Pattern PAGE = Pattern.compile("/([!-~&&[^/\\\\#]][!-~&&[^\\\\#]]*)?");

  static LoginConfig read(OptionReader values, ConfigErrors faults) {
    Callers callers = values.oneOf(Option.CALLER, Callers.class);
    return new LoginConfig(callers, loginPage(values, faults, callers));
  }

  private static @Nullable String loginPage(
      OptionReader values, ConfigErrors faults, Callers callers) {
    String page = values.textOrDefault(Option.LOGIN_PAGE);
    if (page.equalsIgnoreCase(Option.LOGIN_PAGE.defaultValue())) {
      return null;
    }
    if (!PAGE.matcher(page).matches() || !isUri(page)) {
      faults.add(
          Option.LOGIN_PAGE,
          "is %s; it must be a path of this application that begins with one slash, as it is in a"
              + " URL (RFC 3986). Write it below the context root, such as /login.",
          ConfigErrors.shown(page));
    } else if (callers == Callers.OFF) {
      faults.add(
          Option.LOGIN_PAGE,
          "is set, but %s is off, so that no request is sent to it. Set %s=rest, or remove the"
              + " page.",
          Option.CALLER.key(),
          Option.CALLER.key());
    }
    return page;
  }

  private static boolean isUri(String text) {
    try {
      return !URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
