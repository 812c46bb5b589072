package dev.signet.suite.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the store was asked, and whether it is down. */
@ApplicationScoped
public class Watch {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  void called(String name) {
    calls.add(name);
    if (down) {
      throw new IllegalStateException("No connection to secret-host.");
    }
  }

  /** Returns what was asked since this was asked for the last time. */
  String calls() {
    String told = String.join(",", calls);
    calls.clear();
    return told;
  }

  void setDown(boolean value) {
    down = value;
  }
}
