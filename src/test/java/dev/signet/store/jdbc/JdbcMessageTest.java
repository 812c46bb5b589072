package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Real faults of a database, and what the exception says about them. */
class JdbcMessageTest {

  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
  private static final SessionRecord SESSION =
      new SessionRecord(Map.of("name", "\"secret \ud83d\ude00\""), END);
  private static final String COLUMNS =
      "(id VARCHAR(27) PRIMARY KEY, data %s, version BIGINT, expires_at BIGINT, removable_at"
          + " BIGINT)";

  private static JdbcStore store(HikariDataSource pool, String table) {
    return new JdbcStore(pool, table, Database.TIMEOUT, Clock.systemUTC());
  }

  private static AbstractThrowableAssert<?, ?> createFails(Database database, String dataType) {
    String table = Database.freshTable();
    try (var pool = database.pool()) {
      new Query(pool).run("CREATE TABLE " + table + COLUMNS.formatted(dataType));
      return assertThatThrownBy(() -> store(pool, table).create(Ids.fresh(), SESSION))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageNotContaining("secret")
          .hasNoCause();
    }
  }

  @Test
  @DisplayName("T12 a column that is too short is named, with its remedy")
  void tooLong() {
    createFails(Database.POSTGRESQL, "VARCHAR(10)").hasMessageContaining("longer than its column");
    createFails(Database.MARIADB, "VARCHAR(10) CHARACTER SET utf8mb4")
        .hasMessageContaining("longer than its column");
  }

  @Test
  @DisplayName("T12 a character set that lacks characters is named, with its remedy")
  void characterSet() {
    createFails(Database.MARIADB, "LONGTEXT CHARACTER SET latin1")
        .hasMessageContaining("cannot store a character")
        .hasMessageContaining("utf8mb4");
    new Query(Database.POSTGRESQL.dataSource())
        .run("CREATE DATABASE latin1 ENCODING LATIN1 LOCALE 'C' TEMPLATE template0");
    var source = Database.postgres().dataSource(Database.postgres().port());
    source.setDatabaseName("latin1");
    try (var pool = Database.pool(source, 1, Database.TIMEOUT)) {
      JdbcStore store = store(pool, "sessions");
      store.createTable();
      assertThatThrownBy(() -> store.create(Ids.fresh(), SESSION))
          .hasMessageContaining("cannot store a character")
          .hasMessageContaining("UTF8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NO_ENGINE_SUBSTITUTION,ANSI_QUOTES"})
  @DisplayName("T12 C25 a MariaDB that cuts values is a fault at deployment and at the first use")
  void laxSqlMode(String mode) {
    String table = Database.freshTable();
    var source =
        Database.mariaDb().dataSource("signet", "&sessionVariables=sql_mode='" + mode + "'");
    try (var pool = Database.pool(source, 1, Database.TIMEOUT);
        var admin = Database.MARIADB.pool()) {
      new Query(admin).run("CREATE TABLE " + table + COLUMNS.formatted("VARCHAR(10)"));

      assertThatIllegalStateException()
          .isThrownBy(() -> store(pool, table).check())
          .withMessageContaining("sql_mode is not strict")
          .withMessageContaining("STRICT_TRANS_TABLES");
      assertThatThrownBy(() -> store(pool, table).create(Ids.fresh(), SESSION))
          .hasMessageContaining("sql_mode is not strict");
      assertThat(new Query(admin).number("SELECT COUNT(*) FROM " + table)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRICT_ALL_TABLES", "ANSI,STRICT_TRANS_TABLES", "TRADITIONAL"})
  @DisplayName("T12 a MariaDB with a strict mode of any name is used, and refuses long values")
  void strictSqlMode(String mode) {
    var source =
        Database.mariaDb().dataSource("signet", "&sessionVariables=sql_mode='" + mode + "'");
    try (var pool = Database.pool(source, 1, Database.TIMEOUT)) {
      String table = Database.freshTable();
      new Query(pool).run("CREATE TABLE " + table + COLUMNS.formatted("VARCHAR(10)"));
      assertThatThrownBy(() -> store(pool, table).create(Ids.fresh(), SESSION))
          .hasMessageContaining("longer than its column");
    }
  }

  @Test
  @DisplayName("T12 C25 a table without a required column is named, and is a fault at deployment")
  void missingColumn() {
    try (var pool = Database.POSTGRESQL.pool()) {
      String table = Database.freshTable();
      new Query(pool).run("CREATE TABLE " + table + " (id VARCHAR(27) PRIMARY KEY)");

      assertThatIllegalStateException()
          .isThrownBy(() -> store(pool, table).check())
          .withMessageContaining("no such column");
      assertThatIllegalStateException()
          .isThrownBy(() -> store(pool, Database.freshTable()).check())
          .withMessageContaining("The table does not exist")
          .withMessageContaining("session.jdbc.create-table=true");
    }
  }

  @Test
  @DisplayName("T12 a prepared statement of another client, as behind PgBouncer, is named")
  void preparedStatementOfAnotherClient() {
    String table = Database.freshTable();
    var source = Database.postgres().dataSource(Database.postgres().port());
    try (var pool = Database.pool(source, 1, Database.TIMEOUT)) {
      JdbcStore store = store(pool, table);
      store.createTable();
      for (int i = 1; i < 10; i++) {
        new Query(pool).run("PREPARE \"S_%d\" AS SELECT 1".formatted(i));
      }
      assertThatThrownBy(
              () -> {
                for (int i = 0; i <= source.getPrepareThreshold(); i++) {
                  store.load(Ids.fresh());
                }
              })
          .hasMessageContaining("SQLState 42P05")
          .hasMessageContaining("prepareThreshold=0");
    }
  }

  @Test
  @DisplayName("C25 a refused login is a fault at deployment, a server that is down is not")
  void connection() {
    var refused = Database.postgres().dataSource(Database.postgres().port());
    refused.setDatabaseName("nowhere");
    try (var pool = Database.pool(refused, 1, Duration.ofSeconds(1))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> store(pool, "sessions").check())
          .withMessageContaining("refuses the login");
    }
    var down = new PGSimpleDataSource();
    down.setPortNumbers(new int[] {1});
    try (var pool = Database.pool(down, 1, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> store(pool, "sessions").check())
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("Check that the database is running");
    }
  }

  @Test
  @DisplayName("P6 nine of ten updates that prolong a session touch no index in PostgreSQL")
  void heapOnlyUpdates() {
    int updates = 500;
    try (var fixture =
        Database.fixture(Database.pool(Database.POSTGRESQL.dataSource(), 1, Database.TIMEOUT))) {
      var id = Ids.fresh();
      SessionRecord session = new SessionRecord(Map.of("a", "0"), fixture.in(Duration.ofHours(1)));
      fixture.store().create(id, session);
      for (int i = 0; i < updates; i++) {
        fixture.clock().advance(Duration.ofSeconds(1));
        var update =
            new SessionUpdate(
                session, Map.of("a", String.valueOf(i)), Set.of(), fixture.in(Duration.ofHours(1)));
        assertThat(fixture.store().update(id, update)).isTrue();
        session = update.applyTo(session);
      }

      var query = new Query(fixture.pool());
      query.run("SELECT pg_stat_force_next_flush()");
      int heapOnly =
          query.number(
              "SELECT n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = '%s'"
                  .formatted(fixture.table()));
      assertThat(heapOnly).isGreaterThan(updates * 9 / 10);
    }
  }
}
