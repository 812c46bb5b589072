package dev.signet.suite.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The calls of the store, and a switch that makes them fail. */
@ApplicationScoped
public class StoreRecorder {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  void called(String name) {
    calls.add(name);
    if (down) {
      throw new IllegalStateException("No connection to secret-host.");
    }
  }

  /** Returns the calls since the last call of this method. */
  String calls() {
    String told = String.join(",", calls);
    calls.clear();
    return told;
  }

  void setDown(boolean value) {
    down = value;
  }
}
