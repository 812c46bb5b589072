package dev.signet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.http.SetCookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cookie in a browser's storage (RFC 6265bis, 5.6 and 5.7). Its text contains no value.
 *
 * @param name the name
 * @param value the value
 * @param domain the host, or the domain whose hosts it is sent to
 * @param hostOnly whether it is sent to that host alone
 * @param path the path that it is sent to, with all below it
 * @param secure whether it is sent over HTTPS only, or to the local machine
 * @param expiresAt when it expires; null at the end of the browser session
 */
record StoredCookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    @Nullable Instant expiresAt) {

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
  private static final Pattern SECONDS = Pattern.compile("-?\\d+");
  private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|\\[.*]");
  private static final Pattern PORT = Pattern.compile(":\\d*$");

  /** Browsers do not require HTTPS for the local machine (Secure Contexts, 3.1). */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[(0*:)+0*1]");

  /**
   * Returns the cookie that a browser stores for a {@code Set-Cookie} header, or null if it ignores
   * the header.
   */
  static @Nullable StoredCookie of(URI from, String setCookie, Instant now) {
    String[] parts = setCookie.split(";", -1);
    int equals = parts[0].indexOf('=');
    if (equals < 0 || CONTROL.matcher(setCookie).find()) {
      return null;
    }
    Map<String, String> attributes = attributes(parts);
    String host = host(from);
    String domain = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT);
    domain = domain.startsWith(".") ? domain.substring(1) : domain;
    String path = attributes.getOrDefault("path", "");
    var cookie =
        new StoredCookie(
            parts[0].substring(0, equals).strip(),
            parts[0].substring(equals + 1).strip(),
            domain.isEmpty() ? host : domain,
            domain.isEmpty() || (domain.equals(host) && !domain.contains(".")),
            path.startsWith("/") ? path : defaultPath(from),
            attributes.containsKey("secure"),
            expiry(attributes, now));
    return cookie.isAllowed(from, attributes) ? cookie : null;
  }

  /** If an attribute occurs twice, the last valid one counts. */
  private static Map<String, String> attributes(String[] parts) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      String attribute = pair[0].strip().toLowerCase(Locale.ROOT);
      String said = pair.length == 2 ? pair[1].strip() : "";
      if (counts(attribute, said)) {
        attributes.put(attribute, said);
      }
    }
    return attributes;
  }

  /** Ignores attributes that are too long, and times that are not valid. */
  private static boolean counts(String attribute, String said) {
    return bytes(said) <= SetCookie.MAX_ATTRIBUTE_LENGTH
        && switch (attribute) {
          case "max-age" -> SECONDS.matcher(said).matches();
          case "expires" -> CookieDate.parse(said) != null;
          default -> true;
        };
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static @Nullable Instant expiry(Map<String, String> attributes, Instant now) {
    String maxAge = attributes.get("max-age");
    if (maxAge != null) {
      boolean gone = maxAge.startsWith("-") || maxAge.matches("0+");
      return gone ? Instant.MIN : now.plus(atMostLongest(maxAge));
    }
    Instant said = CookieDate.parse(attributes.getOrDefault("expires", ""));
    Instant latest = now.plus(SetCookie.MAX_AGE);
    return said != null && said.isAfter(latest) ? latest : said;
  }

  private static Duration atMostLongest(String seconds) {
    try {
      Duration age = Duration.ofSeconds(Long.parseLong(seconds));
      return age.compareTo(SetCookie.MAX_AGE) > 0 ? SetCookie.MAX_AGE : age;
    } catch (NumberFormatException e) {
      return SetCookie.MAX_AGE;
    }
  }

  /** Uses domains of one label in place of a list of public suffixes. */
  private boolean isAllowed(URI from, Map<String, String> attributes) {
    boolean fits = !name.isEmpty() && bytes(name) + bytes(value) <= SetCookie.MAX_LENGTH;
    boolean domainFits =
        hostOnly ? !domain.isEmpty() : isOfDomain(host(from)) && domain.contains(".");
    boolean secureFits = !secure || isSecure(from);
    boolean ofOneHost =
        attributes.getOrDefault("domain", "").isEmpty() && "/".equals(attributes.get("path"));
    boolean prefixFits =
        hasPrefix("__Host-") ? secure && ofOneHost : secure || !hasPrefix("__Secure-", "__Http-");
    boolean httpFits = !hasPrefix("__Http-", "__Host-Http-") || attributes.containsKey("httponly");
    return fits && domainFits && secureFits && prefixFits && httpFits;
  }

  private boolean hasPrefix(String... prefixes) {
    return Arrays.stream(prefixes)
        .anyMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
  }

  /** Parses the authority, because {@link URI#getHost} is null for hosts with an underscore. */
  private static String host(URI uri) {
    String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    String path = Objects.requireNonNullElse(uri.getRawPath(), "");
    return path.startsWith("/") ? path : "/";
  }

  /** Returns the directory of the request path (RFC 6265, 5.1.4). */
  private static String defaultPath(URI from) {
    String path = path(from);
    return path.lastIndexOf('/') == 0 ? "/" : path.substring(0, path.lastIndexOf('/'));
  }

  /** Returns whether secure cookies may be set by a URI and sent to it. */
  static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        || "wss".equalsIgnoreCase(uri.getScheme())
        || THIS_MACHINE.matcher(host(uri)).matches();
  }

  private boolean isOfDomain(String host) {
    return host.equals(domain) || (host.endsWith("." + domain) && !ADDRESS.matcher(host).matches());
  }

  /** Returns whether the cookie is sent to a URI. */
  boolean isFor(URI to) {
    return (hostOnly ? host(to).equals(domain) : isOfDomain(host(to)))
        && isAbove(path(to))
        && (!secure || isSecure(to));
  }

  private boolean isAbove(String asked) {
    boolean below = path.endsWith("/") || asked.length() == path.length();
    return asked.startsWith(path) && (below || asked.charAt(path.length()) == '/');
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Returns whether the cookie replaces another. */
  boolean replaces(StoredCookie other) {
    return name.equals(other.name)
        && domain.equals(other.domain)
        && hostOnly == other.hostOnly
        && path.equals(other.path);
  }

  /**
   * Returns whether the cookie is secure and another of its name would replace it or be sent before
   * it.
   */
  boolean isSecureAndHiddenBy(StoredCookie other) {
    return secure
        && name.equals(other.name)
        && (isOfDomain(other.domain) || other.isOfDomain(domain))
        && isAbove(other.path);
  }

  String pair() {
    return name + '=' + value;
  }

  @Override
  public String toString() {
    return name + " of " + domain + path;
  }
}
