package dev.signet.config;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of the configuration, so that one message reports all of them. */
final class ConfigErrors {

  private static final int SHOWN = 60;

  private final List<String> lines = new ArrayList<>();
  private String subject = "its configuration has";

  /** Adds a fault: the fact, the rule and the remedy. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a dependency
  void add(Option option, String fact, Object... arguments) {
    lines.add("  %s %s".formatted(option.key(), fact.formatted(arguments)));
  }

  /** Adds faults that no option has, each as a line. */
  void add(List<String> others) {
    if (!others.isEmpty()) {
      lines.addAll(others);
      subject = "the application has";
    }
  }

  /** Returns a value for a message, shortened and without control characters; not for secrets. */
  static String shown(String value) {
    String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
  }

  /** Returns the number of faults. */
  int count() {
    return lines.size();
  }

  void throwIfAny() throws SessionConfigException {
    if (!lines.isEmpty()) {
      throw new SessionConfigException(subject, lines);
    }
  }
}
