package dev.signet.http;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code Set-Cookie} header of one cookie (RFC 6265bis, 4.1.1). The attributes are
 * always the same, because browsers delete a cookie only if the attributes are those it was set
 * with. Immutable.
 */
public final class SetCookie {

  /** The largest size in bytes of a cookie: name, value and attributes (RFC 6265, 6.1). */
  public static final int MAX_LENGTH = 4096;

  /** The largest size in bytes of the value of an attribute (RFC 6265bis, 5.6). */
  public static final int MAX_ATTRIBUTE_LENGTH = 1024;

  /** The longest lifetime of a cookie; browsers limit longer ones to it (RFC 6265bis, 5.5). */
  public static final Duration MAX_AGE = Duration.ofDays(400);

  /** The pattern of a cookie name, see {@link #NAME_RULE}. */
  public static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");

  /** The rule of {@link #NAME} in words, for messages. */
  public static final String NAME_RULE =
      "a token of at most 256 letters, digits and !#$%&'*+-.^_`|~ (RFC 9110, 5.6.2)";

  private static final String EXPIRED = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

  private final String name;
  private final String start;
  private final String attributes;
  private final String secureAttributes;
  private final List<SetCookie> former;

  /**
   * @param name the cookie's name, see {@link #NAME}
   * @param path the {@code Path}
   * @param domain the {@code Domain}; null for the host only
   * @param httpOnly whether the cookie is hidden from scripts
   * @param sameSite the {@code SameSite} attribute
   * @param partitioned whether there is a cookie for each top-level site (CHIPS)
   */
  public SetCookie(
      String name,
      String path,
      @Nullable String domain,
      boolean httpOnly,
      SameSite sameSite,
      boolean partitioned) {
    this(name, path, domain, httpOnly, sameSite, partitioned, List.of());
  }

  /**
   * @param name the cookie's name, see {@link #NAME}
   * @param path the {@code Path}
   * @param domain the {@code Domain}; null for the host only
   * @param httpOnly whether the cookie is hidden from scripts
   * @param sameSite the {@code SameSite} attribute
   * @param partitioned whether there is a cookie for each top-level site (CHIPS)
   * @param former the cookies of the same name that were used before, with other paths and domains
   */
  public SetCookie(
      String name,
      String path,
      @Nullable String domain,
      boolean httpOnly,
      SameSite sameSite,
      boolean partitioned,
      List<SetCookie> former) {
    this.name = name;
    this.start = name + '=';
    this.former = List.copyOf(former);
    String scope = "; Path=" + path + (domain == null ? "" : "; Domain=" + domain);
    String end =
        (httpOnly ? "; HttpOnly" : "")
            + "; SameSite="
            + sameSite
            + (partitioned ? "; Partitioned" : "");
    this.attributes = scope + end;
    this.secureAttributes = scope + "; Secure" + end;
  }

  /** Returns the cookie's name. */
  public String name() {
    return name;
  }

  /** Returns the part of the header before the value, which needs no quotation marks. */
  public String beforeValue() {
    return start;
  }

  /**
   * Returns the part of the header after the value.
   *
   * @param maxAge the lifetime in whole seconds; null if the cookie ends with the browser
   * @param secure whether the cookie is sent over HTTPS only
   */
  public String afterValue(@Nullable Duration maxAge, boolean secure) {
    String end = secure ? secureAttributes : attributes;
    return maxAge == null ? end : "; Max-Age=" + maxAge.toSeconds() + end;
  }

  /** Returns the header that deletes the cookie. */
  public String expire(boolean secure) {
    return start + EXPIRED + (secure ? secureAttributes : attributes);
  }

  /** Returns whether there are former cookies. */
  public boolean hasFormer() {
    return !former.isEmpty();
  }

  /** Returns the headers that delete the former cookies. */
  public List<String> expireFormer(boolean secure) {
    return former.stream().map(cookie -> cookie.expire(secure)).toList();
  }
}
