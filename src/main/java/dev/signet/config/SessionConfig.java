package dev.signet.config;

import dev.signet.seal.SessionKey;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The validated options of one application. {@code toString} shows no secret. Immutable.
 *
 * @param keys the ring, the key that signs first
 * @param cookie the cookie, and the applications that it is for
 * @param maxAge lifetime of a token
 * @param persistent whether the cookie has that lifetime too, or ends with the browser
 * @param sliding whether a session that is used is prolonged
 * @param encrypted whether tokens are encrypted
 * @param absoluteTimeout how long after its beginning a session ends in any case; null for never
 * @param unreadable what becomes of attributes that cannot be read
 * @param csrf which requests are refused
 * @param login who enforces guards, and the log-in page
 * @param store where sessions are kept
 */
public record SessionConfig(
    List<SessionKey> keys,
    CookieConfig cookie,
    Duration maxAge,
    boolean persistent,
    boolean sliding,
    boolean encrypted,
    @Nullable Duration absoluteTimeout,
    Unreadable unreadable,
    CsrfConfig csrf,
    LoginConfig login,
    StoreConfig store) {

  /** The result of reading an attribute that is not of the type that is asked for. */
  public enum Unreadable {
    /** An exception. */
    FAIL,
    /** The same as of an attribute that is missing. */
    ABSENT
  }

  private static final Duration MAX_AGE = Duration.parse(Option.MAX_AGE.defaultValue());

  /**
   * Reads and validates all options.
   *
   * @param config the source of the options
   * @throws SessionConfigException if there is any fault, with all faults
   */
  public static SessionConfig read(Config config) throws SessionConfigException {
    return read(config, List.of());
  }

  /**
   * Reads and validates all options, and reports their faults together with others.
   *
   * @param config the source of the options
   * @param others the faults of the application, each as a line
   * @throws SessionConfigException if there is any fault, with all faults
   */
  public static SessionConfig read(Config config, List<String> others)
      throws SessionConfigException {
    var faults = new ConfigErrors();
    var values = new OptionReader(config, faults);
    List<SessionKey> keys = KeyRingReader.atDeployment(values, faults).ring();
    CookieConfig cookie = CookieConfig.read(values, faults);
    Duration maxAge = values.lifetime(Option.MAX_AGE);
    Duration absoluteTimeout = values.lifetime(Option.ABSOLUTE_TIMEOUT);
    boolean sliding = values.truth(Option.SLIDING);
    boolean encrypted = values.truth(Option.ENCRYPTED);
    Unreadable unreadable = values.oneOf(Option.UNREADABLE, Unreadable.class);
    CsrfConfig csrf = CsrfConfig.read(values, faults);
    LoginConfig login =
        LoginConfig.read(values, faults, maxAge == null ? MAX_AGE : maxAge, absoluteTimeout);
    StoreConfig store = StoreConfig.read(values, faults);
    faults.add(others);
    faults.throwIfAny();
    return new SessionConfig(
        List.copyOf(keys),
        cookie,
        maxAge == null ? MAX_AGE : maxAge,
        maxAge != null,
        sliding,
        encrypted,
        absoluteTimeout,
        unreadable,
        csrf,
        login,
        store);
  }

  /**
   * Reads and checks the keys only, in a running application, whose log must not contain a key.
   *
   * @param config the source of the keys
   * @throws SessionConfigException if there is any fault in them, with all faults
   */
  static List<SessionKey> readKeys(Config config) throws SessionConfigException {
    var faults = new ConfigErrors();
    var values = new OptionReader(config, faults);
    List<SessionKey> keys = KeyRingReader.whileRunning(values, faults).ring();
    faults.throwIfAny();
    return List.copyOf(keys);
  }
}
