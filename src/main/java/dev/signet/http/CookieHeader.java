package dev.signet.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Cookie} header of a request (RFC 6265, 4.2.1 and 5.4). */
public final class CookieHeader {

  /** Enough for a path and its parents, and a domain and its parents; more are an attack. */
  private static final int MAX_VALUES = 8;

  /** Longer than a whole cookie may be. A value that is cut here is still too long. */
  private static final int MAX_LENGTH = SetCookie.MAX_LENGTH + 256;

  private CookieHeader() {}

  /**
   * Returns the values of all cookies of a name, in their order; browsers send the one with the
   * longer path first. Quotation marks around a value are not part of it. The number of values and
   * their length are limited to more than any browser sends; the rest is ignored.
   *
   * @param header the text of the header; null if absent
   * @param name the cookie's name, case-sensitive
   * @return the values, at most eight of at most 4352 characters; any text, because any client can
   *     send it
   */
  public static List<String> values(@Nullable String header, String name) {
    if (header == null) {
      return List.of();
    }
    List<String> values = new ArrayList<>(1);
    int start = 0;
    while (start < header.length() && values.size() < MAX_VALUES) {
      int semicolon = header.indexOf(';', start);
      int stop = semicolon < 0 ? header.length() : semicolon;
      int first = skipBlanks(header, start, stop);
      int equals = first + name.length();
      if (header.startsWith(name, first) && equals < stop && header.charAt(equals) == '=') {
        values.add(value(header, equals + 1, stop));
      }
      start = stop + 1;
    }
    return values;
  }

  /**
   * Returns whether a header is another one, or the first of the fields that it was joined from
   * (RFC 9113, 8.2.3).
   *
   * @param header the whole header; null if absent
   * @param part a header that may be a part of it; null if absent
   */
  public static boolean startsWith(@Nullable String header, @Nullable String part) {
    if (header == null || part == null) {
      return header == null && part == null;
    }
    return header.equals(part) || header.startsWith(part + "; ");
  }

  private static int skipBlanks(String header, int start, int stop) {
    int i = start;
    while (i < stop && (header.charAt(i) == ' ' || header.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** A value that was cut keeps its blanks, because without them it might no longer be too long. */
  private static String value(String header, int start, int stop) {
    return stop - start > MAX_LENGTH
        ? header.substring(start, start + MAX_LENGTH)
        : unquoted(header.substring(start, stop).strip());
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
