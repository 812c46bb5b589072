package dev.signet.cdi;

import dev.signet.SessionEvent;
import dev.signet.config.LoginConfig;
import dev.signet.config.RegistryConfig;
import dev.signet.config.RegistryConfig.WhenDown;
import dev.signet.config.SessionConfig;
import dev.signet.core.LoginRegistry;
import dev.signet.login.LoginRules;
import dev.signet.login.LoginTracker;
import dev.signet.spi.LoginStore;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The registry of log-ins of the application.
 *
 * @param registry the registry, which may remember nothing
 * @param tracker the same if it tracks log-ins; null if it does not
 */
record LoginRegistryFactory(LoginRegistry registry, @Nullable LoginTracker tracker) {

  private static final System.Logger LOG = System.getLogger(LoginRegistryFactory.class.getName());

  /**
   * Returns the registry, and logs what a log-out ends.
   *
   * @param own the application's own store; null if it has none
   * @param configured the store that the configuration names; null if it names none
   * @param events receives an event for each log-in that the registry ends
   */
  static LoginRegistryFactory of(
      SessionConfig config,
      @Nullable LoginStore own,
      @Nullable LoginStore configured,
      Clock clock,
      Consumer<SessionEvent> events) {
    RegistryConfig options = config.login().registry();
    LoginStore store = own == null ? configured : own;
    var random = new SecureRandom();
    if (store == null) {
      LOG.log(
          Level.INFO,
          "session.logins is off: a log-out deletes the cookie of the browser, or the session in"
              + " the store. A copy of a cookie that holds the session is valid until it expires.");
      return new LoginRegistryFactory(LoginRegistry.untracked(random), null);
    }
    var tracker = new LoginTracker(store, rules(config), clock, random, events);
    LOG.log(
        Level.INFO,
        "Log-ins are kept by {0}: a log-out ends every copy of the cookie, on this server at once"
            + " and on others within {1}. If the registry is down, requests of callers {2}.",
        own == null
            ? "session.logins=" + options.kind().name().toLowerCase(Locale.ROOT)
            : "the application's own LoginStore",
        options.delay(),
        options.whenDown() == WhenDown.REFUSE
            ? "get 503"
            : "are served as it last said, so that a log-out may not hold");
    return new LoginRegistryFactory(tracker, tracker);
  }

  private static LoginRules rules(SessionConfig config) {
    LoginConfig login = config.login();
    RegistryConfig options = login.registry();
    Duration idle = login.idleTimeout();
    return new LoginRules(
        options.delay(),
        options.whenDown() == WhenDown.ACCEPT,
        options.perUser(),
        idle == null ? config.maxAge() : idle,
        config.store().timeout());
  }
}
