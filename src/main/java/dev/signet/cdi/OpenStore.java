package dev.signet.cdi;

import dev.signet.config.StoreConfig;
import dev.signet.spi.SessionStore;
import dev.signet.store.memory.MemoryStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A store that comes with the library, and how to close it. A store that is not chosen is not even
 * loaded, nor is what it needs.
 */
record OpenStore(SessionStore store, Runnable closing) {

  /** Opens the store that is configured; null where sessions are in the cookie. */
  static @Nullable OpenStore of(StoreConfig config) {
    Clock clock = Clock.systemUTC();
    return switch (config.kind()) {
      case COOKIE -> null;
      case MEMORY -> new OpenStore(new MemoryStore(config.maxSessions(), clock), () -> {});
      case REDIS, JDBC -> throw new UnsupportedOperationException();
    };
  }

  void close() {
    closing.run();
  }
}
