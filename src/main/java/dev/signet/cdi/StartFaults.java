package dev.signet.cdi;

import java.util.ArrayList;
import java.util.List;

/**
 * The event that the faults of the application are collected, on containers of CDI Lite. Not
 * thread-safe.
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
