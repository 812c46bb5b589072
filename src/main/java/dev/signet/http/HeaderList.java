package dev.signet.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated header fields (RFC 9110, 5.6.1), and the elements that a session adds to them.
 */
public final class HeaderList {

  private static final String COOKIE = "Cookie";

  /** The directive for the caches of a content delivery network that forbids to store. */
  public static final String NO_STORE = "no-store";

  private static final String NO_CACHE_COOKIE = "no-cache=\"Set-Cookie\"";

  private HeaderList() {}

  /** Returns {@code Vary} with {@code Cookie} in it (RFC 9110, 12.5.5). */
  public static String vary(@Nullable String before) {
    if (before == null || before.equals(COOKIE)) {
      return COOKIE;
    }
    List<String> elements = elements(before);
    if (elements.contains("*") || elements.stream().anyMatch(COOKIE::equalsIgnoreCase)) {
      return String.join(", ", elements);
    }
    elements.add(COOKIE);
    return String.join(", ", elements);
  }

  /** Returns whether {@code Cache-Control} allows shared caches to store the response. */
  public static boolean isPublic(@Nullable String cacheControl) {
    return cacheControl != null
        && elements(cacheControl).stream().anyMatch(HeaderList::isForSharedCaches);
  }

  /**
   * Returns {@code Cache-Control} for a response with a cookie: {@code private} instead of {@code
   * public}, and {@code no-cache="Set-Cookie"} unless there is a stricter directive (RFC 9111,
   * 5.2.2 and 7.3).
   */
  public static String withoutStoredCookie(@Nullable String cacheControl) {
    if (cacheControl == null || cacheControl.equals(NO_CACHE_COOKIE)) {
      return NO_CACHE_COOKIE;
    }
    Set<String> elements = new LinkedHashSet<>();
    for (String element : elements(cacheControl)) {
      elements.add(isForSharedCaches(element) ? "private" : element);
    }
    if (elements.stream().noneMatch(HeaderList::isStricter)) {
      elements.add(NO_CACHE_COOKIE);
    }
    return String.join(", ", elements);
  }

  /**
   * Returns whether a header is the {@code Cache-Control} of the caches of a content delivery
   * network: {@code CDN-Cache-Control} (RFC 9213), also with the name of a network before it, or
   * {@code Surrogate-Control}.
   */
  public static boolean isEdgeControl(String headerName) {
    return endsWith(headerName, "cdn-cache-control")
        || headerName.equalsIgnoreCase("surrogate-control");
  }

  private static boolean endsWith(String name, String end) {
    int length = end.length();
    return name.regionMatches(true, name.length() - length, end, 0, length);
  }

  /** Returns whether the header of {@link #isEdgeControl} lets caches store the response. */
  public static boolean allowsStoring(@Nullable String edgeControl) {
    return elements(edgeControl).stream()
        .map(element -> element.toLowerCase(Locale.ROOT))
        .noneMatch(element -> element.equals("no-store") || element.equals("private"));
  }

  private static boolean isForSharedCaches(String directive) {
    String name = directive.toLowerCase(Locale.ROOT);
    return name.equals("public") || name.startsWith("s-maxage=");
  }

  private static boolean isStricter(String directive) {
    return switch (directive.toLowerCase(Locale.ROOT)) {
      case "no-store", "private", "no-cache", "no-cache=\"set-cookie\"" -> true;
      default -> false;
    };
  }

  /** Splits at commas outside quotation marks, and omits empty elements. */
  static List<String> elements(@Nullable String header) {
    List<String> elements = new ArrayList<>();
    if (header != null) {
      boolean quoted = false;
      int start = 0;
      for (int i = 0; i <= header.length(); i++) {
        boolean end = i == header.length();
        if (end || (header.charAt(i) == ',' && !quoted)) {
          String element = header.substring(start, i).strip();
          if (!element.isEmpty()) {
            elements.add(element);
          }
          start = i + 1;
        } else if (header.charAt(i) == '"') {
          quoted = !quoted;
        } else if (header.charAt(i) == '\\' && quoted && i + 1 < header.length()) {
          i++; // a quoted pair: a quotation mark here ends nothing
        }
      }
    }
    return elements;
  }
}
