package dev.signet.tools;

import dev.signet.http.CookieHeader;
import java.util.List;
import java.util.regex.Pattern;

/** Finds tokens in text that was copied from a browser, a log of a proxy or a command. */
final class CookieInput {

  private static final Pattern HEADER_NAME =
      Pattern.compile("^\\s*<?>?\\s*(set-)?cookie:", Pattern.CASE_INSENSITIVE);

  private static final Pattern TOKEN = Pattern.compile("[\\w-]+(\\.[\\w-]*){2,4}");

  private CookieInput() {}

  /** Returns the values of the cookies with a name; the text itself if it is a token alone. */
  static List<String> tokens(String input, String name) {
    String text = input.strip();
    return TOKEN.matcher(text).matches()
        ? List.of(text)
        : text.lines()
            .map(line -> HEADER_NAME.matcher(line).replaceFirst(""))
            .flatMap(line -> CookieHeader.values(line, name).stream())
            .toList();
  }
}
