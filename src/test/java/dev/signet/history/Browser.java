package dev.signet.history;

import java.util.List;
import java.util.TreeMap;

/** The cookies of a browser, which always requests a page below {@code /app}. */
final class Browser {

  private final TreeMap<String, Cookie> cookies = new TreeMap<>();

  private record Cookie(String value, long end) {}

  /** The parts of a {@code Set-Cookie} header that matter here. */
  record SetCookie(String value, String path, long maxAge) {

    static SetCookie of(String header) {
      String maxAge = attribute(header, "; Max-Age=");
      return new SetCookie(
          header.substring(header.indexOf('=') + 1, end(header, 0)),
          attribute(header, "; Path="),
          maxAge.isEmpty() ? -1 : Long.parseLong(maxAge));
    }

    private static String attribute(String header, String name) {
      int at = header.indexOf(name);
      return at < 0 ? "" : header.substring(at + name.length(), end(header, at + 1));
    }

    private static int end(String header, int from) {
      int semicolon = header.indexOf(';', from);
      return semicolon < 0 ? header.length() : semicolon;
    }
  }

  void receive(SetCookie cookie, long millis) {
    if (cookie.maxAge == 0) {
      cookies.remove(cookie.path);
    } else {
      cookies.put(cookie.path, new Cookie(cookie.value, millis + cookie.maxAge * 1000));
    }
  }

  /** Returns the values to send, the one with the longer path first. */
  List<String> values(long millis) {
    cookies.values().removeIf(cookie -> millis >= cookie.end);
    return cookies.descendingMap().values().stream().map(Cookie::value).toList();
  }

  void copyFrom(Browser other) {
    cookies.clear();
    cookies.putAll(other.cookies);
  }
}
