package dev.signet.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The databases of the tests. Each is started once and stopped after the tests. The store reaches
 * them through HikariCP, the usual pool without a container.
 */
enum Database {
  POSTGRESQL {
    @Override
    DataSource dataSource() {
      return postgres().dataSource(postgres().port());
    }
  },
  H2 {
    @Override
    DataSource dataSource() {
      var dataSource = new JdbcDataSource();
      dataSource.setURL("jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1");
      return dataSource;
    }
  },
  DERBY {
    @Override
    DataSource dataSource() {
      var dataSource = new EmbeddedDataSource();
      dataSource.setDatabaseName("memory:sessions");
      dataSource.setCreateDatabase("create");
      return dataSource;
    }
  };

  static final Duration TIMEOUT = Duration.ofSeconds(10);
  static final int CONNECTIONS = 8;
  private static final AtomicInteger TABLES = new AtomicInteger();

  /** Connections without a pool. */
  abstract DataSource dataSource();

  /** Returns the server that all tests share; a test that stops a server starts its own. */
  static PostgresServer postgres() {
    return SharedServer.POSTGRESQL;
  }

  HikariDataSource pool() {
    return pool(dataSource(), CONNECTIONS, Duration.ofSeconds(10));
  }

  static HikariDataSource pool(DataSource source, int connections, Duration wait) {
    var settings = new HikariConfig();
    settings.setDataSource(source);
    settings.setMaximumPoolSize(connections);
    settings.setMinimumIdle(0);
    settings.setConnectionTimeout(wait.toMillis());
    settings.setInitializationFailTimeout(-1);
    return new HikariDataSource(settings);
  }

  static String freshTable() {
    return "sessions_%d".formatted(TABLES.incrementAndGet());
  }

  /** Returns a store with a table of its own and a clock that stands still. */
  DatabaseFixture fixture() {
    return fixture(pool());
  }

  static DatabaseFixture fixture(HikariDataSource pool) {
    String table = freshTable();
    var clock = new MutableClock(Instant.parse("2026-11-21T12:00:00Z"));
    var store = new JdbcStore(pool, table, TIMEOUT, clock);
    store.createTable();
    return new DatabaseFixture(pool, table, clock, store);
  }

  private static final class SharedServer {
    static final PostgresServer POSTGRESQL = PostgresServer.start();

    private SharedServer() {}
  }
}
