package dev.signet.tools;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a claim in the JSON of a token. Needs no JSON library, so the jar runs alone. */
final class Claim {

  /** A string, a bracket or a brace; what is between them does not matter here. */
  private static final Pattern PART = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[{}\\[\\]]");

  /** The largest number of seconds that is still a time. */
  private static final Pattern NUMBER = Pattern.compile("\\s*:\\s*(\\d{1,11})(?=[\\s,}])");

  private Claim() {}

  /** Returns the number of seconds in a claim; null if it is absent or not such a number. */
  static @Nullable Long number(String payload, String name) {
    Matcher parts = PART.matcher(payload);
    int depth = 0;
    while (parts.find()) {
      char first = parts.group().charAt(0);
      if (first == '{' || first == '[') {
        depth++;
      } else if (first == '}' || first == ']') {
        depth--;
      } else if (depth == 1 && parts.group().equals('"' + name + '"')) {
        Matcher number = NUMBER.matcher(payload).region(parts.end(), payload.length());
        if (number.lookingAt()) {
          return Long.valueOf(number.group(1));
        }
      }
    }
    return null;
  }
}
