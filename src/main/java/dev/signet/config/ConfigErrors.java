package dev.signet.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that it can be said all at once. */
final class ConfigErrors {

  private static final int SHOWN = 60;

  private final List<String> lines = new ArrayList<>();

  /** Adds one: what is wrong, the rule, the remedy. */
  @SuppressWarnings("AnnotateFormatMethod") // would be a dependency for one annotation
  void add(Option option, String fact, Object... arguments) {
    lines.add("  %s %s".formatted(option.key(), fact.formatted(arguments)));
  }

  /** Returns a value as it may stand in a message; not for secrets. */
  static String shown(String value) {
    String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
  }

  void throwIfAny() throws SessionConfigException {
    if (!lines.isEmpty()) {
      throw new SessionConfigException(lines);
    }
  }
}
