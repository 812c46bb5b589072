package dev.signet.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Finds properties that have almost the name of an option, and so are ignored. */
public final class NearMisses {

  private static final String PREFIX = "session";

  private NearMisses() {}

  /** Returns a warning for each property of that kind, with its name and that of the option. */
  public static List<String> in(Config config) {
    Set<String> names = new HashSet<>();
    config.getPropertyNames().forEach(names::add);
    List<String> warnings = new ArrayList<>();
    for (String property : new TreeSet<>(names)) {
      String name = property.replaceFirst("^%[^.]+\\.", "");
      if (letters(name).startsWith(PREFIX) && !isKnown(name, names)) {
        for (Option option : Option.values()) {
          if (isNear(letters(name), letters(option.key()))) {
            warnings.add(
                "%s is not an option and is ignored; the option is %s, in the environment %s."
                    .formatted(property, option.key(), option.environmentVariable()));
          }
        }
      }
    }
    return warnings;
  }

  /**
   * Returns whether a name is that of an option, or of its environment variable. Sources may add
   * the variable a second time, with dots instead of underscores.
   */
  private static boolean isKnown(String name, Set<String> all) {
    for (Option option : Option.values()) {
      String variable = option.environmentVariable();
      if (name.equals(option.key())
          || name.equalsIgnoreCase(variable)
          || (Option.environmentVariable(name).equals(variable)
              && all.stream().anyMatch(variable::equalsIgnoreCase))) {
        return true;
      }
    }
    return false;
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** Returns whether one text is the other with at most one letter more, less, other or moved. */
  private static boolean isNear(String left, String right) {
    int start = 0;
    int shorter = Math.min(left.length(), right.length());
    while (start < shorter && left.charAt(start) == right.charAt(start)) {
      start++;
    }
    String leftRest = left.substring(start);
    String rightRest = right.substring(start);
    return leftRest.equals(rightRest)
        || from(leftRest, 1).equals(from(rightRest, 1))
        || from(leftRest, 1).equals(rightRest)
        || leftRest.equals(from(rightRest, 1))
        || (isSwapped(leftRest, rightRest) && from(leftRest, 2).equals(from(rightRest, 2)));
  }

  private static boolean isSwapped(String left, String right) {
    return left.length() > 1
        && right.length() > 1
        && left.charAt(0) == right.charAt(1)
        && left.charAt(1) == right.charAt(0);
  }

  private static String from(String text, int start) {
    return text.substring(Math.min(start, text.length()));
  }
}
