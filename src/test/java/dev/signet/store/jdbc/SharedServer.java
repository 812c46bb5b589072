package dev.signet.store.jdbc;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A server that is started at first use, or aborts each test that needs it. Thread-safe. */
final class SharedServer<T> {

  private final Supplier<T> start;
  private @Nullable T running;
  private @Nullable TestAbortedException absent;

  SharedServer(Supplier<T> start) {
    this.start = start;
  }

  synchronized T get() {
    if (absent != null) {
      throw absent;
    }
    if (running == null) {
      try {
        running = start.get();
      } catch (TestAbortedException e) {
        absent = e;
        throw e;
      }
    }
    return running;
  }
}
