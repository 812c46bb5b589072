package dev.signet.csrf;

import org.jspecify.annotations.Nullable;

/** Forms of the type {@code application/x-www-form-urlencoded} (WHATWG URL, 5). */
final class UrlEncodedForm {

  private UrlEncodedForm() {}

  /** Returns the first value of a field; names and values are not decoded. Null if absent. */
  static @Nullable String find(String form, String name) {
    int start = 0;
    while (start < form.length()) {
      int ampersand = form.indexOf('&', start);
      int end = ampersand < 0 ? form.length() : ampersand;
      int equals = start + name.length();
      if (equals < end && form.startsWith(name, start) && form.charAt(equals) == '=') {
        return form.substring(equals + 1, end);
      }
      start = end + 1;
    }
    return null;
  }
}
