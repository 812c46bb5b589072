package dev.signet.config;

import java.util.List;

/**
 * Thrown if the configuration has faults. The message has a line for each of them, and no secret.
 */
public final class SessionConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String lines;

  SessionConfigException(String subject, List<String> faults) {
    super(
        "Signet cannot start because %s %d fault%s:%n%s"
            .formatted(
                subject,
                faults.size(),
                faults.size() == 1 ? "" : "s",
                String.join(System.lineSeparator(), faults)));
    this.lines = String.join(System.lineSeparator(), faults);
  }

  /** Returns the faults, each on its own line. */
  String lines() {
    return lines;
  }
}
