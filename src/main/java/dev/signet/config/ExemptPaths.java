package dev.signet.config;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Paths below the context root, as the application's servlets are mapped to them. Immutable.
 *
 * @param patterns exact paths, and prefixes that end with {@code /*}
 */
public record ExemptPaths(Set<String> patterns) {

  private static final Pattern VALID = Pattern.compile("(/[A-Za-z0-9._~!$&'()+=:@-]+)*(/\\*?)?");
  private static final Pattern DOTS = Pattern.compile("/\\.\\.?(/|$)");
  private static final String ANYTHING = "/*";

  /** Returns whether a text is a path or a prefix of paths. */
  static boolean isValid(String text) {
    return !text.isEmpty() && VALID.matcher(text).matches() && !DOTS.matcher(text).find();
  }

  /**
   * Returns whether a path is one of these. Paths that are not normalized do not match.
   *
   * @param path the path below the context root, decoded
   */
  public boolean contains(String path) {
    if (patterns.isEmpty() || DOTS.matcher(path).find() || path.contains(";")) {
      return false;
    }
    return patterns.contains(path) || patterns.stream().anyMatch(pattern -> covers(pattern, path));
  }

  private static boolean covers(String pattern, String path) {
    if (!pattern.endsWith(ANYTHING)) {
      return false;
    }
    String folder = pattern.substring(0, pattern.length() - 1);
    return path.startsWith(folder) || folder.equals(path + "/");
  }
}
