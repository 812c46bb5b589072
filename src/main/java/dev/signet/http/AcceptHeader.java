package dev.signet.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Accept} header of a request (RFC 9110, 12.5.1). */
public final class AcceptHeader {

  private static final Pattern QUALITY = Pattern.compile("(?i)\\s*q\\s*=\\s*([01](\\.\\d{0,3})?)");

  private AcceptHeader() {}

  /**
   * Returns whether a client prefers a page to JSON. Browsers name HTML if they show the response
   * as a page, and never if a script gets it.
   *
   * @param accept the header; null if absent
   */
  public static boolean prefersHtml(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    double html = 0;
    double json = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      switch (parts[0].strip()) {
        case "text/html", "application/xhtml+xml" -> html = Math.max(html, quality(parts));
        case "application/json", "application/problem+json" ->
            json = Math.max(json, quality(parts));
        default -> {
          // Neither is named.
        }
      }
    }
    return html > json;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      var quality = QUALITY.matcher(parts[i]);
      if (quality.matches()) {
        return Double.parseDouble(quality.group(1));
      }
    }
    return 1;
  }
}
