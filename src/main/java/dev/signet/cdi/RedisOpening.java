package dev.signet.cdi;

import dev.signet.config.Option;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.function.Supplier;

/** Opens stores in Redis. If that fails, the message names the option and the remedy. */
final class RedisOpening {

  private RedisOpening() {}

  /**
   * Returns the opened store.
   *
   * @param option the option that is {@code redis}
   * @param store opens the store, whose classes may be missing
   * @throws DeploymentException if the client is incomplete, or the address is not valid
   */
  static <T> OpenedStore<T> open(Option option, Supplier<OpenedStore<T>> store) {
    try {
      return store.get();
    } catch (NoClassDefFoundError e) {
      throw new DeploymentException(
          "%s is redis, but the application does not have all of its client: %s is missing. Add redis.clients:jedis to its dependencies, version 8.0.2 or a later one of that line, with what it depends on."
              .formatted(option.key(), e.getMessage()),
          e);
    } catch (IllegalArgumentException e) { // without the URI in its message
      throw new DeploymentException(Option.REDIS_URI.key() + ": " + e.getMessage(), e);
    }
  }
}
