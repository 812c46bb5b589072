package dev.signet.cdi;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the faults of the application, as an event on containers of CDI Lite. Not thread-safe.
 */
public final class StartFaults {

  private final List<String> lines = new ArrayList<>();

  /** Adds a fault, as a line: the fact, the rule and the remedy. */
  public void add(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
