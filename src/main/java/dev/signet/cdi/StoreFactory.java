package dev.signet.cdi;

import dev.signet.SessionStoreException;
import dev.signet.config.StoreConfig;
import dev.signet.spi.SessionStore;
import dev.signet.store.jdbc.ApplicationName;
import dev.signet.store.jdbc.H2FileDataSource;
import dev.signet.store.jdbc.JdbcStore;
import dev.signet.store.jdbc.JndiDataSource;
import dev.signet.store.memory.MemoryStore;
import dev.signet.store.redis.RedisStore;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A store of the library, and how to close it. Classes of the other stores, and of the libraries
 * that they need, are not loaded.
 */
record StoreFactory(SessionStore store, AutoCloseable closing) {

  private static final System.Logger LOG = System.getLogger(StoreFactory.class.getName());

  /** The file of the embedded database, in the working directory of the server. */
  private static final String FILE = "signet-sessions";

  /** Returns the configured store; null if sessions are stored in the cookie. */
  static @Nullable StoreFactory of(StoreConfig config, Clock clock) {
    return switch (config.kind()) {
      case COOKIE -> null;
      case MEMORY -> new StoreFactory(new MemoryStore(config.maxSessions(), clock), () -> {});
      case REDIS -> redis(config);
      case JDBC -> config.dataSource() == null ? file(config, clock) : table(config, clock);
    };
  }

  private static StoreFactory file(StoreConfig config, Clock clock) {
    try {
      var file = new H2FileDataSource(databaseFile(), StoreFactory.class.getClassLoader());
      var store = new JdbcStore(file, config.table(), config.timeout(), clock, true);
      return new StoreFactory(store, file).checked(store::check);
    } catch (IllegalStateException | IllegalArgumentException e) { // no driver, or a strange path
      throw new DeploymentException(e.getMessage(), e);
    }
  }

  private static StoreFactory table(StoreConfig config, Clock clock) {
    var source = new JndiDataSource(String.valueOf(config.dataSource()));
    var store =
        new JdbcStore(source, config.table(), config.timeout(), clock, config.createTable());
    return new StoreFactory(store, () -> {}).checked(store::check);
  }

  /** A wrong configuration is a fault; a server that is down may be up at the first request. */
  private StoreFactory checked(Runnable check) {
    try {
      check.run();
    } catch (SessionStoreException e) {
      LOG.log(
          Level.WARNING,
          "The session store is not available at deployment. Requests that need a session get 503 until it is. {0}",
          e.getMessage());
    } catch (IllegalStateException e) {
      close();
      throw new DeploymentException(e.getMessage(), e);
    }
    return this;
  }

  /** In the folder the server runs in, with the name of the application. */
  private static Path databaseFile() {
    String application = ApplicationName.find();
    return Path.of(application.isEmpty() ? FILE : FILE + "-" + application);
  }

  private static StoreFactory redis(StoreConfig config) {
    try {
      var store =
          new RedisStore(
              config.redisUri(), config.redisPrefix(), config.redisPoolSize(), config.timeout());
      return new StoreFactory(store, store).checked(store::check);
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
    try {
      closing.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The session store could not be closed.", e);
    }
  }
}
