package dev.signet.config;

import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.seal.Seal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of the cookie. Immutable.
 *
 * @param name its name
 * @param path its {@code Path}; null for the context root
 * @param domain its {@code Domain}; null for the host only
 * @param secure when it gets the {@code Secure} attribute
 * @param httpOnly whether it is hidden from scripts
 * @param sameSite its {@code SameSite} attribute
 * @param partitioned whether there is one for each top-level site
 * @param audience the applications that share sessions; null for the context root, and empty for
 *     all that have none
 * @param former the paths and domains that it had before
 */
public record CookieConfig(
    String name,
    @Nullable String path,
    @Nullable String domain,
    SecurePolicy secure,
    boolean httpOnly,
    SameSite sameSite,
    boolean partitioned,
    @Nullable String audience,
    FormerCookies former) {

  private static final String NONE = "none";
  private static final String ROOT = "/";

  private static final Pattern AUDIENCE = Pattern.compile("[\\x21-\\x7E]{1,256}");

  /** The pattern of a path, see {@link #PATH_RULE}. */
  static final Pattern PATH = Pattern.compile("/[\\x20-\\x7E&&[^;]]*");

  static final String PATH_RULE =
      "a slash and at most 1023 printable ASCII characters except semicolons (RFC 6265, 4.1.1)";

  /** The pattern of a domain, see {@link #DOMAIN_RULE}. */
  static final Pattern DOMAIN =
      Pattern.compile(
          "\\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*",
          Pattern.CASE_INSENSITIVE);

  static final String DOMAIN_RULE =
      "a host name in ASCII, with international names encoded as xn-- (RFC 6265, 4.1.1)";

  static CookieConfig read(OptionReader values, ConfigErrors faults) {
    SecurePolicy secure = values.oneOf(Option.SECURE, SecurePolicy.class);
    SameSite sameSite = values.oneOf(Option.SAME_SITE, SameSite.class);
    boolean partitioned = values.truth(Option.PARTITIONED);
    String name =
        String.valueOf(
            matching(
                values,
                faults,
                Option.COOKIE_NAME,
                SetCookie.NAME,
                SetCookie.NAME_RULE,
                Option.COOKIE_NAME.defaultValue()));
    String audience =
        matching(
            values,
            faults,
            Option.AUDIENCE,
            AUDIENCE,
            "at most 256 printable ASCII characters without a blank",
            null);
    String path =
        matching(
            values,
            faults,
            Option.PATH,
            PATH,
            PATH_RULE,
            audience == null && !CookiePrefix.HOST.begins(name) ? null : ROOT);
    String domain = matching(values, faults, Option.DOMAIN, DOMAIN, DOMAIN_RULE, null);
    var cookie =
        new CookieConfig(
            name,
            path,
            domain == null || domain.equalsIgnoreCase(NONE) ? null : domain,
            secure,
            values.truth(Option.HTTP_ONLY),
            sameSite,
            partitioned,
            audience != null && audience.equalsIgnoreCase(NONE) ? "" : audience,
            FormerCookies.read(values, faults));
    CookieRules.check(cookie, faults);
    return cookie;
  }

  /** Returns the text of an option; the default if it is not set, or does not match. */
  private static @Nullable String matching(
      OptionReader values,
      ConfigErrors faults,
      Option option,
      Pattern pattern,
      String rule,
      @Nullable String defaultValue) {
    String text = values.text(option);
    if (text == null || text.equals(option.defaultValue())) {
      return defaultValue;
    }
    if (text.length() > SetCookie.MAX_ATTRIBUTE_LENGTH || !pattern.matcher(text).matches()) {
      faults.add(
          option,
          "is %s; it must be %s. Change it, or remove the option.",
          ConfigErrors.shown(text),
          rule);
      return defaultValue;
    }
    return text;
  }

  /**
   * Returns the writer of the cookie's header.
   *
   * @param contextRoot the path of the application, such as {@code /shop}; null or empty at {@code
   *     /} and without servlets
   */
  public SetCookie writer(@Nullable String contextRoot) {
    String root = contextRoot == null || !PATH.matcher(contextRoot).matches() ? ROOT : contextRoot;
    String current = path == null ? root : path;
    List<SetCookie> others =
        former
            .otherThan(current, domain)
            .map(
                other ->
                    new SetCookie(
                        name,
                        String.valueOf(other.path()),
                        other.domain(),
                        httpOnly,
                        sameSite,
                        partitioned))
            .toList();
    return new SetCookie(name, current, domain, httpOnly, sameSite, partitioned, others);
  }

  /**
   * Returns what tokens are bound to.
   *
   * @param contextRoot the path of the application, as for {@link #writer}
   */
  public String binding(@Nullable String contextRoot) {
    String actual = audience == null ? contextRoot : audience;
    return Seal.binding(name, actual == null || actual.isEmpty() ? null : actual);
  }
}
