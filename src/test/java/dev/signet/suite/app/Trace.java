package dev.signet.suite.app;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What the container did with session beans in one request. */
@RequestScoped
public class Trace {

  private final List<String> entries = new ArrayList<>();

  void add(String entry) {
    entries.add(entry);
  }

  @Override
  public String toString() {
    return String.join(", ", entries);
  }
}
