package dev.signet.testing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a browser keeps it (RFC 6265, 5.3). Shows no value.
 *
 * @param name its name
 * @param value its value
 * @param domain the host it is for, or the domain with all hosts of it
 * @param hostOnly whether it is for that host alone
 * @param path the path it is for, with all below it
 * @param secure whether it travels over HTTPS only
 * @param expiresAt when it ends; null with the browser
 */
record KeptCookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    @Nullable Instant expiresAt) {

  private static final int MAX_LENGTH = 4096;

  /** What browsers make of a longer time (RFC 6265bis, 5.5). */
  private static final Duration LONGEST = Duration.ofDays(400);

  private static final Pattern SECONDS = Pattern.compile("-?\\d+");
  private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|\\[.*]");

  /**
   * Returns what a browser keeps of a {@code Set-Cookie} header, or null where it takes nothing.
   */
  static @Nullable KeptCookie of(URI from, String setCookie, Instant now) {
    String[] parts = setCookie.split(";", -1);
    int equals = parts[0].indexOf('=');
    if (equals < 0 || parts[0].length() > MAX_LENGTH) {
      return null;
    }
    Map<String, String> attributes = attributes(parts);
    String host = host(from);
    String domain = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT);
    domain = domain.startsWith(".") ? domain.substring(1) : domain;
    String path = attributes.getOrDefault("path", "");
    var cookie =
        new KeptCookie(
            parts[0].substring(0, equals).strip(),
            parts[0].substring(equals + 1).strip(),
            domain.isEmpty() ? host : domain,
            domain.isEmpty() || (domain.equals(host) && !domain.contains(".")),
            path.startsWith("/") ? path : defaultPath(from),
            attributes.containsKey("secure"),
            expiry(attributes, now));
    return cookie.isAllowed(from, !domain.isEmpty()) ? cookie : null;
  }

  /** Of an attribute that is there twice, the last one counts. */
  private static Map<String, String> attributes(String[] parts) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      attributes.put(
          pair[0].strip().toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1].strip() : "");
    }
    return attributes;
  }

  private static @Nullable Instant expiry(Map<String, String> attributes, Instant now) {
    String maxAge = attributes.getOrDefault("max-age", "");
    if (SECONDS.matcher(maxAge).matches()) {
      boolean gone = maxAge.startsWith("-") || maxAge.matches("0+");
      return gone ? Instant.MIN : now.plus(atMostLongest(maxAge));
    }
    return CookieDate.parse(attributes.getOrDefault("expires", ""));
  }

  private static Duration atMostLongest(String seconds) {
    try {
      Duration age = Duration.ofSeconds(Long.parseLong(seconds));
      return age.compareTo(LONGEST) > 0 ? LONGEST : age;
    } catch (NumberFormatException e) {
      return LONGEST;
    }
  }

  /** A list of public suffixes is not at hand; a domain of one label stands for it. */
  private boolean isAllowed(URI from, boolean domainSaid) {
    boolean domainFits = hostOnly || (isOfDomain(host(from)) && domain.contains("."));
    boolean secureFits = !secure || isSecure(from);
    boolean prefixFits =
        name.startsWith("__Host-")
            ? secure && !domainSaid && path.equals("/")
            : secure || !name.startsWith("__Secure-");
    return !name.isEmpty() && domainFits && secureFits && prefixFits;
  }

  private static String host(URI uri) {
    return Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    String path = Objects.requireNonNullElse(uri.getRawPath(), "");
    return path.startsWith("/") ? path : "/";
  }

  /** The folder of the request (RFC 6265, 5.1.4). */
  private static String defaultPath(URI from) {
    String path = path(from);
    return path.lastIndexOf('/') == 0 ? "/" : path.substring(0, path.lastIndexOf('/'));
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || "wss".equalsIgnoreCase(uri.getScheme());
  }

  private boolean isOfDomain(String host) {
    return host.equals(domain) || (host.endsWith("." + domain) && !ADDRESS.matcher(host).matches());
  }

  /** Tells whether a request there gets it. */
  boolean isFor(URI to) {
    String asked = path(to);
    boolean below = path.endsWith("/") || asked.length() == path.length();
    return (hostOnly ? host(to).equals(domain) : isOfDomain(host(to)))
        && asked.startsWith(path)
        && (below || asked.charAt(path.length()) == '/')
        && (!secure || isSecure(to));
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Tells whether it takes the place of another. */
  boolean replaces(KeptCookie other) {
    return name.equals(other.name)
        && domain.equals(other.domain)
        && hostOnly == other.hostOnly
        && path.equals(other.path);
  }

  String pair() {
    return name + '=' + value;
  }

  @Override
  public String toString() {
    return name + " of " + domain + path;
  }
}
