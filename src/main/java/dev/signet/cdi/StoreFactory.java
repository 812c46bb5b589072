package dev.signet.cdi;

import dev.signet.config.Option;
import dev.signet.config.StoreConfig;
import dev.signet.spi.SessionStore;
import dev.signet.store.jdbc.ApplicationName;
import dev.signet.store.jdbc.H2FileDataSource;
import dev.signet.store.jdbc.JdbcStore;
import dev.signet.store.jdbc.JndiDataSource;
import dev.signet.store.memory.MemoryStore;
import dev.signet.store.redis.RedisStore;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Opens the configured store of sessions. Classes of the other stores, and of the libraries that
 * they need, are not loaded.
 */
final class StoreFactory {

  private static final String NAME = "session store";

  /** The file of the embedded database. */
  private static final String FILE = "signet-sessions";

  private StoreFactory() {}

  /** Returns the configured store; null if sessions are stored in the cookie. */
  static @Nullable OpenedStore<SessionStore> of(StoreConfig config, Clock clock) {
    return switch (config.kind()) {
      case COOKIE -> null;
      case MEMORY -> opened(new MemoryStore(config.maxSessions(), clock), () -> {});
      case REDIS -> RedisOpening.open(Option.STORE, () -> redis(config));
      case JDBC -> config.dataSource() == null ? file(config, clock) : table(config, clock);
    };
  }

  private static OpenedStore<SessionStore> opened(SessionStore store, AutoCloseable closing) {
    return new OpenedStore<>(store, closing, NAME, "Requests that need a session get 503");
  }

  private static OpenedStore<SessionStore> file(StoreConfig config, Clock clock) {
    try {
      var file = databaseFile(FILE);
      var store = new JdbcStore(file, config.table(), config.timeout(), clock, true);
      return opened(store, file).checked(store::check);
    } catch (IllegalStateException | IllegalArgumentException e) { // no driver, or a strange path
      throw new DeploymentException(e.getMessage(), e);
    }
  }

  private static OpenedStore<SessionStore> table(StoreConfig config, Clock clock) {
    var source = new JndiDataSource(String.valueOf(config.dataSource()));
    var store =
        new JdbcStore(source, config.table(), config.timeout(), clock, config.createTable());
    return opened(store, () -> {}).checked(store::check);
  }

  /**
   * Returns an embedded database in the folder the server runs in, with the name of the
   * application.
   */
  static H2FileDataSource databaseFile(String name) {
    String application = ApplicationName.find();
    return new H2FileDataSource(
        Path.of(application.isEmpty() ? name : name + "-" + application),
        StoreFactory.class.getClassLoader());
  }

  private static OpenedStore<SessionStore> redis(StoreConfig config) {
    var store =
        new RedisStore(
            config.redisUri(), config.redisPrefix(), config.redisPoolSize(), config.timeout());
    return opened(store, store).checked(store::check);
  }
}
