package dev.signet.config;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The options of log-ins. Immutable.
 *
 * @param callers the parts of the application that know the caller of the session
 * @param timeout how long after the log-in a session ends; null for never
 * @param idleTimeout how long after its last request the session of a caller ends; null for never
 * @param loginPage the path of the log-in page below the context root; null for none
 * @param registry the registry of log-ins
 */
public record LoginConfig(
    Callers callers,
    @Nullable Duration timeout,
    @Nullable Duration idleTimeout,
    @Nullable String loginPage,
    RegistryConfig registry) {

  /** The parts of an application that know the caller of the session. */
  public enum Callers {
    /**
     * As {@link #REST}; and everything that Jakarta Security guards, if the server has it and the
     * application has no mechanism of its own.
     */
    AUTO,
    /** Resources of Jakarta REST, and the annotations that guard them. */
    REST,
    /** Only code that asks the session. */
    OFF
  }

  private static final Pattern PAGE = Pattern.compile("/([!-~&&[^/\\\\#]][!-~&&[^\\\\#]]*)?");

  /**
   * Returns whether {@code session.caller} is {@code auto}, before the options are read; false if
   * it has a fault, which is reported with the others.
   *
   * @param application the class loader of the application
   */
  public static boolean wantsMechanism(ClassLoader application) {
    var faults = new ConfigErrors();
    return new OptionReader(ConfigProvider.getConfig(application), faults)
            .oneOf(Option.CALLER, Callers.class)
        == Callers.AUTO;
  }

  /**
   * @param maxAge the value of {@code session.max-age}
   * @param absoluteTimeout the value of {@code session.absolute-timeout}; null for none
   */
  static LoginConfig read(
      OptionReader values,
      ConfigErrors faults,
      Duration maxAge,
      @Nullable Duration absoluteTimeout) {
    Callers callers = values.oneOf(Option.CALLER, Callers.class);
    Duration timeout = values.lifetime(Option.LOGIN_TIMEOUT);
    Duration idleTimeout = values.lifetime(Option.IDLE_TIMEOUT);
    checkBelow(faults, Option.LOGIN_TIMEOUT, timeout, Option.ABSOLUTE_TIMEOUT, absoluteTimeout);
    checkBelow(faults, Option.IDLE_TIMEOUT, idleTimeout, Option.ABSOLUTE_TIMEOUT, absoluteTimeout);
    checkBelow(faults, Option.IDLE_TIMEOUT, idleTimeout, Option.LOGIN_TIMEOUT, timeout);
    checkBelow(faults, Option.IDLE_TIMEOUT, idleTimeout, Option.MAX_AGE, maxAge);
    return new LoginConfig(
        callers,
        timeout,
        idleTimeout,
        loginPage(values, faults, callers),
        RegistryConfig.read(values, faults));
  }

  /** A timeout that another one always precedes would have no effect. */
  private static void checkBelow(
      ConfigErrors faults,
      Option option,
      @Nullable Duration timeout,
      Option other,
      @Nullable Duration limit) {
    if (timeout != null && limit != null && timeout.compareTo(limit) > 0) {
      faults.add(
          option,
          "is longer than %s, which always ends the session before. Make it shorter, or remove one"
              + " of them.",
          other.key());
    }
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
