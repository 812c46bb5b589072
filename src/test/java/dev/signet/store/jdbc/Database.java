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
import org.postgresql.ds.PGSimpleDataSource;

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
  },
  MARIADB {
    @Override
    DataSource dataSource() {
      return MARIADB_SERVER.get().dataSource("signet");
    }
  };

  static final Duration TIMEOUT = Duration.ofSeconds(10);
  static final int CONNECTIONS = 8;
  private static final SharedServer<PostgresServer> POSTGRES_SERVER =
      new SharedServer<>(PostgresServer::start);
  private static final SharedServer<MariaDbServer> MARIADB_SERVER =
      new SharedServer<>(MariaDbServer::start);
  private static final AtomicInteger TABLES = new AtomicInteger();

  /** Connections without a pool. */
  abstract DataSource dataSource();

  /** Returns the server that all tests share; a test that stops a server starts its own. */
  static PostgresServer postgres() {
    return POSTGRES_SERVER.get();
  }

  /** Returns the MariaDB that all tests share. */
  static MariaDbServer mariaDb() {
    return MARIADB_SERVER.get();
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

  /** Returns a pool of PostgreSQL connections whose user has only some rights on a table. */
  static HikariDataSource userPool(String table, String rights) {
    var admin = new Query(POSTGRESQL.dataSource());
    String user = "user_of_" + table + "_" + TABLES.incrementAndGet();
    admin.run("CREATE ROLE %s LOGIN".formatted(user));
    if (!rights.isEmpty()) {
      admin.run("GRANT %s ON %s TO %s".formatted(rights, table, user));
    }
    var source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {postgres().port()});
    source.setUser(user);
    source.setDatabaseName("postgres");
    return pool(source, 2, Duration.ofSeconds(10));
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
}
