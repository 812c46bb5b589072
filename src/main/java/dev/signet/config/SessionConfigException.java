package dev.signet.config;

import java.util.List;

/** All that is wrong with the configuration, a line each; without any secret. */
public final class SessionConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  SessionConfigException(List<String> faults) {
    super(
        "Signet cannot start, its configuration has %d fault%s:%n%s"
            .formatted(
                faults.size(),
                faults.size() == 1 ? "" : "s",
                String.join(System.lineSeparator(), faults)));
  }
}
