package dev.signet.config;

import java.util.List;

/** All that is wrong with the configuration, a line each; without any secret. */
public final class SessionConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String lines;

  SessionConfigException(List<String> faults) {
    super(
        "Signet cannot start, its configuration has %d fault%s:%n%s"
            .formatted(
                faults.size(),
                faults.size() == 1 ? "" : "s",
                String.join(System.lineSeparator(), faults)));
    this.lines = String.join(System.lineSeparator(), faults);
  }

  /** Returns what is wrong, a line each. */
  String lines() {
    return lines;
  }
}
