package dev.signet.config;

import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.seal.SessionKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The validated options of one application. {@code toString} shows no secret. Immutable.
 *
 * @param keys the ring, the key that signs first
 * @param cookie writes the cookie's header
 * @param secure when the cookie gets the {@code Secure} attribute
 * @param maxAge lifetime of a token
 * @param persistent whether the cookie has that lifetime too, or ends with the browser
 * @param sliding whether a session that is used is prolonged
 * @param encrypted whether tokens are encrypted
 * @param absoluteTimeout how long after its beginning a session ends in any case; null for never
 * @param unreadable what becomes of attributes that cannot be read
 * @param csrf which requests are refused
 * @param store where sessions are kept
 */
public record SessionConfig(
    List<SessionKey> keys,
    SetCookie cookie,
    SecurePolicy secure,
    Duration maxAge,
    boolean persistent,
    boolean sliding,
    boolean encrypted,
    @Nullable Duration absoluteTimeout,
    Unreadable unreadable,
    CsrfConfig csrf,
    StoreConfig store) {

  /** The result of reading an attribute that is not of the type that is asked for. */
  public enum Unreadable {
    /** An exception. */
    FAIL,
    /** The same as of an attribute that is missing. */
    ABSENT
  }

  private static final Duration MAX_AGE = Duration.parse(Option.MAX_AGE.defaultValue());
  private static final Pattern PATH = Pattern.compile("/[\\x20-\\x7E&&[^;]]*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "\\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads and validates all options.
   *
   * @param config the source of the options
   * @throws SessionConfigException if there is any fault, with all faults
   */
  public static SessionConfig read(Config config) throws SessionConfigException {
    var faults = new ConfigErrors();
    var values = new OptionReader(config, faults);
    List<SessionKey> keys = KeyRingReader.atDeployment(values, faults).ring();
    SecurePolicy secure = values.oneOf(Option.SECURE, SecurePolicy.class);
    SameSite sameSite = values.oneOf(Option.SAME_SITE, SameSite.class);
    boolean partitioned = values.truth(Option.PARTITIONED);
    String name = matching(values, faults, Option.COOKIE_NAME, SetCookie.NAME, SetCookie.NAME_RULE);
    String path =
        matching(
            values,
            faults,
            Option.PATH,
            PATH,
            "a slash and at most 1023 printable ASCII characters except semicolons (RFC 6265,"
                + " 4.1.1)");
    String domain =
        values.text(Option.DOMAIN) == null
            ? null
            : matching(
                values,
                faults,
                Option.DOMAIN,
                DOMAIN,
                "a host name in ASCII, with international names encoded as xn-- (RFC 6265, 4.1.1)");
    if (domain != null && domain.equalsIgnoreCase(Option.DOMAIN.defaultValue())) {
      domain = null;
    }
    if (secure != SecurePolicy.TRUE) {
      checkWithoutSecure(faults, name, sameSite, partitioned);
    }
    if (partitioned && sameSite != SameSite.NONE) {
      faults.add(
          Option.PARTITIONED,
          "is true without SameSite=None; browsers do not send such a cookie from a page of another"
              + " site, and Open Liberty drops the attribute. Set %s=None, or leave it false.",
          Option.SAME_SITE.key());
    }
    if (hasPrefix(name, "__Host-") && (domain != null || !path.equals("/"))) {
      faults.add(
          Option.COOKIE_NAME,
          "begins with __Host-; browsers keep such a cookie only without a domain and with the path"
              + " / (RFC 6265bis, 4.1.3.2). Remove %s and %s, or choose another name.",
          Option.DOMAIN.key(),
          Option.PATH.key());
    }
    Duration maxAge = values.lifetime(Option.MAX_AGE);
    Duration absoluteTimeout = values.lifetime(Option.ABSOLUTE_TIMEOUT);
    boolean httpOnly = values.truth(Option.HTTP_ONLY);
    boolean sliding = values.truth(Option.SLIDING);
    boolean encrypted = values.truth(Option.ENCRYPTED);
    Unreadable unreadable = values.oneOf(Option.UNREADABLE, Unreadable.class);
    CsrfConfig csrf = CsrfConfig.read(values, faults);
    StoreConfig store = StoreConfig.read(values, faults);
    faults.throwIfAny();
    return new SessionConfig(
        List.copyOf(keys),
        new SetCookie(name, path, domain, httpOnly, sameSite, partitioned),
        secure,
        maxAge == null ? MAX_AGE : maxAge,
        maxAge != null,
        sliding,
        encrypted,
        absoluteTimeout,
        unreadable,
        csrf,
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

  private static String matching(
      OptionReader values, ConfigErrors faults, Option option, Pattern pattern, String rule) {
    String text = values.textOrDefault(option);
    if (text.length() > SetCookie.MAX_ATTRIBUTE_LENGTH || !pattern.matcher(text).matches()) {
      faults.add(
          option,
          "is %s; it must be %s. Change it, or remove the option.",
          ConfigErrors.shown(text),
          rule);
      return option.defaultValue();
    }
    return text;
  }

  private static void checkWithoutSecure(
      ConfigErrors faults, String name, SameSite sameSite, boolean partitioned) {
    String remedy = "Set %s=true".formatted(Option.SECURE.key());
    if (sameSite == SameSite.NONE) {
      faults.add(
          Option.SAME_SITE,
          "is None; browsers keep such a cookie only with Secure (RFC 6265bis, 5.7). %s, or use"
              + " Lax.",
          remedy);
    }
    if (partitioned) {
      faults.add(
          Option.PARTITIONED,
          "is true; browsers keep such a cookie only with Secure (CHIPS). %s, or leave it false.",
          remedy);
    }
    if (hasPrefix(name, "__Host-") || hasPrefix(name, "__Secure-")) {
      faults.add(
          Option.COOKIE_NAME,
          "begins with __Host- or __Secure-; browsers keep such a cookie only with Secure (RFC"
              + " 6265bis, 4.1.3). %s, or choose another name.",
          remedy);
    }
  }

  private static boolean hasPrefix(String name, String prefix) {
    return name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }
}
