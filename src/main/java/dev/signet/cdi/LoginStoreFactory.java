package dev.signet.cdi;

import dev.signet.config.Option;
import dev.signet.config.SessionConfig;
import dev.signet.config.StoreConfig;
import dev.signet.spi.LoginStore;
import dev.signet.store.jdbc.H2FileDataSource;
import dev.signet.store.jdbc.JdbcLoginStore;
import dev.signet.store.jdbc.JndiDataSource;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.store.redis.RedisLoginStore;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens the configured registry of log-ins. Classes of the other registries, and of the libraries
 * that they need, are not loaded.
 */
final class LoginStoreFactory {

  private static final String NAME = "registry of log-ins";

  /** The file of the embedded database. */
  private static final String FILE = "signet-logins";

  private LoginStoreFactory() {}

  /** Returns the configured registry; null if log-ins are not tracked. */
  static @Nullable OpenedStore<LoginStore> of(SessionConfig config, Clock clock) {
    StoreConfig store = config.store();
    return switch (config.login().registry().kind()) {
      case OFF -> null;
      case MEMORY -> opened(new MemoryLoginStore(store.maxSessions(), clock), () -> {});
      case REDIS -> RedisOpening.open(Option.LOGINS, () -> redis(store));
      case JDBC -> store.dataSource() == null ? file(config, clock) : jndi(config, clock);
    };
  }

  private static OpenedStore<LoginStore> opened(LoginStore store, AutoCloseable closing) {
    return new OpenedStore<>(
        store, closing, NAME, "session.logins.when-down decides what callers get");
  }

  private static OpenedStore<LoginStore> redis(StoreConfig config) {
    var store =
        new RedisLoginStore(
            config.redisUri(),
            config.redisPrefix(),
            config.redisPoolSize(),
            config.timeout(),
            new SecureRandom());
    return opened(store, store).checked(store::check);
  }

  private static OpenedStore<LoginStore> file(SessionConfig config, Clock clock) {
    try {
      H2FileDataSource file = StoreFactory.databaseFile(FILE);
      var store = new JdbcLoginStore(file, table(config), timeout(config), clock, true);
      return opened(store, file).checked(store::check);
    } catch (IllegalStateException | IllegalArgumentException e) { // no driver, or a strange path
      throw new DeploymentException(e.getMessage(), e);
    }
  }

  private static OpenedStore<LoginStore> jndi(SessionConfig config, Clock clock) {
    var source = new JndiDataSource(String.valueOf(config.store().dataSource()));
    boolean createTable = config.store().createTable();
    var store = new JdbcLoginStore(source, table(config), timeout(config), clock, createTable);
    return opened(store, () -> {}).checked(store::check);
  }

  private static String table(SessionConfig config) {
    return config.login().registry().table();
  }

  private static Duration timeout(SessionConfig config) {
    return config.store().timeout();
  }
}
