package dev.signet.suite;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

/** What a server answered. */
record Reply(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  /**
   * Returns all values of a header, lower-cased and joined, since servers write them differently.
   */
  String header(String name) {
    return String.join(", ", response.headers().allValues(name)).toLowerCase(Locale.ROOT);
  }

  List<String> setCookies() {
    return response.headers().allValues("Set-Cookie");
  }

  /** Returns the session's Set-Cookie headers; more than one is a fault, none is often right. */
  List<String> sessionCookies() {
    return setCookies().stream().filter(cookie -> cookie.startsWith("session=")).toList();
  }

  /** Returns the session's Set-Cookie header, which has to be there once. */
  String sessionCookie() {
    var cookies = sessionCookies();
    if (cookies.size() != 1) {
      throw new AssertionError("Not one session cookie: " + cookies);
    }
    return cookies.get(0);
  }

  /** Returns what the browser would send back: the pair before the first semicolon. */
  String pair() {
    String cookie = sessionCookie();
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
