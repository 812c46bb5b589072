package dev.signet.cdi;

import dev.signet.config.StoreConfig;
import dev.signet.spi.SessionStore;
import dev.signet.store.memory.MemoryStore;
import dev.signet.store.redis.RedisStore;
import jakarta.enterprise.inject.spi.DeploymentException;
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
      case REDIS -> redis(config);
      case JDBC -> throw new UnsupportedOperationException();
    };
  }

  private static OpenStore redis(StoreConfig config) {
    try {
      var store =
          new RedisStore(
              config.redisUri().toString(),
              config.redisPrefix(),
              config.redisPoolSize(),
              config.timeout());
      return new OpenStore(store, store::close);
    } catch (NoClassDefFoundError e) {
      throw new DeploymentException(
          "session.store is redis, but the application does not have all of its client: %s is missing. Add redis.clients:jedis to its dependencies, version 8.0.2 or a later one of that line, with what it depends on."
              .formatted(e.getMessage()),
          e);
    } catch (IllegalArgumentException e) { // without the URI in its message
      throw new DeploymentException("session.redis.uri: " + e.getMessage(), e);
    }
  }

  void close() {
    closing.run();
  }
}
