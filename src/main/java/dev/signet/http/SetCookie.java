package dev.signet.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code Set-Cookie} header of one cookie, whose attributes are always the same (RFC
 * 6265bis, 4.1.1): a browser takes a removal only with the attributes the cookie was set with.
 * Immutable.
 */
public final class SetCookie {

  /** Bytes browsers keep of a cookie: name, value and attributes (RFC 6265, 6.1). */
  public static final int MAX_LENGTH = 4096;

  private static final String EXPIRED = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

  private final String name;
  private final String attributes;
  private final String secureAttributes;

  /**
   * @param name the cookie's name, a token (RFC 9110, 5.6.2)
   * @param path the {@code Path}
   * @param domain the {@code Domain}; null for the host alone
   * @param httpOnly whether scripts are kept from it
   * @param sameSite the {@code SameSite} attribute
   * @param partitioned whether it is kept by top-level site (CHIPS)
   */
  public SetCookie(
      String name,
      String path,
      @Nullable String domain,
      boolean httpOnly,
      SameSite sameSite,
      boolean partitioned) {
    this.name = name;
    String start = "; Path=" + path + (domain == null ? "" : "; Domain=" + domain);
    String end =
        (httpOnly ? "; HttpOnly" : "")
            + "; SameSite="
            + sameSite
            + (partitioned ? "; Partitioned" : "");
    this.attributes = start + end;
    this.secureAttributes = start + "; Secure" + end;
  }

  /** Returns the cookie's name. */
  public String name() {
    return name;
  }

  /**
   * Returns the header that sets the cookie.
   *
   * @param value the value, free of anything that would have to be quoted
   * @param maxAge how long the browser keeps it, in whole seconds; null until it is closed
   * @param secure whether it only travels over HTTPS
   */
  public String write(String value, @Nullable Duration maxAge, boolean secure) {
    String end = secure ? secureAttributes : attributes;
    return maxAge == null
        ? name + '=' + value + end
        : name + '=' + value + "; Max-Age=" + maxAge.toSeconds() + end;
  }

  /** Returns the header that makes the browser forget the cookie. */
  public String expire(boolean secure) {
    return name + '=' + EXPIRED + (secure ? secureAttributes : attributes);
  }
}
