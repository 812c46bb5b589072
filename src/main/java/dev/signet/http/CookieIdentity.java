package dev.signet.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name, domain and path of a cookie, by which browsers distinguish it from others (RFC 6265,
 * 5.3).
 *
 * @param name the name
 * @param domain the domain in lower case without a leading dot; null for the host only
 * @param path the path; null for the one that browsers derive from the request
 */
public record CookieIdentity(String name, @Nullable String domain, @Nullable String path) {

  /** Makes the domain comparable. An empty domain or path counts as absent. */
  public CookieIdentity {
    if (domain != null) {
      String bare = domain.startsWith(".") ? domain.substring(1) : domain;
      domain = bare.isEmpty() ? null : bare.toLowerCase(Locale.ROOT);
    }
    path = path == null || !path.startsWith("/") ? null : path;
  }

  /** Reads a {@code Set-Cookie} header; the last of several equal attributes counts. */
  public static CookieIdentity of(String setCookie) {
    String[] parts = setCookie.split(";", -1);
    String domain = null;
    String path = null;
    for (int i = 1; i < parts.length; i++) {
      String[] attribute = parts[i].split("=", 2);
      String value = attribute.length == 2 ? attribute[1].strip() : "";
      switch (attribute[0].strip().toLowerCase(Locale.ROOT)) {
        case "domain" -> domain = value;
        case "path" -> path = value;
        default -> {}
      }
    }
    return new CookieIdentity(parts[0].split("=", 2)[0].strip(), domain, path);
  }

  /** Returns whether a browser may take two cookies for one; a path that is not set may be any. */
  public boolean mayBe(CookieIdentity other) {
    return name.equals(other.name)
        && (domain == null ? other.domain == null : domain.equals(other.domain))
        && (path == null || other.path == null || path.equals(other.path));
  }
}
