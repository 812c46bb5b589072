package dev.signet.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcTableTest {

  private static final String[] COLUMNS = {
    "id ",
    "data ",
    "version ",
    "expires_at ",
    "removable_at ",
    "previous_id ",
    "moved_at ",
    "_by_removal ",
    "_by_previous_id "
  };

  private static final String[] LOGIN_COLUMNS = {
    "id ",
    "name ",
    "device ",
    "since ",
    "last_seen ",
    "expires_at ",
    "removable_at ",
    "ended_number ",
    "_by_removal ",
    "_by_name ",
    "_by_end "
  };

  private static final int NODES = 4;
  private static final int ROUNDS = 5;
  private static final SessionRecord SESSION =
      new SessionRecord(Map.of("a", "1"), Instant.parse("2100-01-01T00:00:00Z"));

  private static JdbcStore store(DataSource dataSource, String table) {
    return new JdbcStore(dataSource, table, Database.TIMEOUT, Clock.systemUTC());
  }

  private static void createAndLoad(JdbcStore store) {
    SessionId id = Ids.fresh();
    store.create(id, SESSION);
    assertThat(store.load(id)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 many concurrent nodes create the table once")
  void manyNodesMakeIt(Database database) throws Exception {
    var threads = Executors.newFixedThreadPool(NODES);
    try (var pool = database.pool()) {
      for (int round = 0; round < ROUNDS; round++) {
        String table = Database.freshTable();
        var start = new CyclicBarrier(NODES);
        Callable<Boolean> node =
            () -> {
              JdbcStore store = store(pool, table);
              start.await();
              store.createTable();
              createAndLoad(store);
              return true;
            };
        var nodes = IntStream.range(0, NODES).mapToObj(i -> threads.submit(node)).toList();
        for (Future<Boolean> each : nodes) {
          assertThat(each.get()).isTrue();
        }
        store(pool, table).createTable();
        assertThat(new Query(pool).number("SELECT COUNT(*) FROM " + table)).isEqualTo(NODES);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 the table can be in a schema")
  void inSchema(Database database) {
    try (var pool = database.pool()) {
      new Query(pool).run("CREATE SCHEMA shop");
      JdbcStore store = store(pool, "shop.signet_sessions");
      store.createTable();
      createAndLoad(store);

      var logins =
          new JdbcLoginStore(pool, "shop.signet_logins", Database.TIMEOUT, Clock.systemUTC(), true);
      logins.check();
      logins.endEveryone();
      assertThat(logins.endedSince(null).generation()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 the error for a missing table names the script")
  void missingTable(Database database) {
    try (var pool = database.pool()) {
      SessionId id = Ids.fresh();
      assertThatThrownBy(() -> store(pool, "nowhere").load(id))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("could not load a session (SQLState 42")
          .hasMessageContaining("dev/signet/store/jdbc")
          .hasMessageNotContaining(id.value())
          .hasNoCause();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("K1 a damaged row is an error that does not show its content")
  void spoiltRow(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      fixture.store().create(id, new SessionRecord(Map.of(), fixture.in(Duration.ofHours(1))));
      new Query(fixture.pool()).run("UPDATE " + fixture.table() + " SET data = '[\"secret\"]'");

      assertThatThrownBy(() -> fixture.store().load(id))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("not a JSON object")
          .hasMessageNotContaining("secret");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 a pool without auto-commit keeps its setting, and all writes are committed")
  void autoCommitOff(Database database) throws Exception {
    var settings = new HikariConfig();
    settings.setDataSource(database.dataSource());
    settings.setAutoCommit(false);
    try (var fixture = database.fixture();
        var pool = new HikariDataSource(settings)) {
      JdbcStore store = store(pool, fixture.table());
      SessionId id = Ids.fresh();

      store.create(id, SESSION);

      assertThat(fixture.store().load(id)).isPresent();
      try (var connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
      }
    }
  }

  @Test
  @DisplayName("T6 a connection keeps its network timeout, and a shorter one is respected")
  void networkTimeoutStays() throws Exception {
    try (var connection = Database.POSTGRESQL.dataSource().getConnection()) {
      var patience = new JdbcTimeout(Duration.ofSeconds(2));
      connection.setNetworkTimeout(Runnable::run, 7000);
      int before = patience.limit(connection);
      assertThat(connection.getNetworkTimeout()).isEqualTo(3000);
      patience.restore(connection, before);
      assertThat(connection.getNetworkTimeout()).isEqualTo(7000);

      connection.setNetworkTimeout(Runnable::run, 1500);
      patience.restore(connection, patience.limit(connection));
      assertThat(connection.getNetworkTimeout()).isEqualTo(1500);
    }
  }

  @Test
  @DisplayName("T2 the error for an unknown database names the remedy")
  void unknownDatabase() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new TableCreator(TableKind.SESSIONS, new TableName("sessions"))
                    .statements("SomeSQL"))
        .withMessageContaining("sessions on SomeSQL")
        .withMessageContaining("Create it yourself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "db2", "oracle", "sqlserver"})
  @DisplayName("T10 the script of a database that is not tested says so, with all columns")
  void untestedScript(String database) throws IOException {
    assertThat(script(database)).startsWith("-- UNTESTED").contains(COLUMNS);
    assertThat(script(database + "-logins")).startsWith("-- UNTESTED").contains(LOGIN_COLUMNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb", "h2", "derby"})
  @DisplayName("T10 the script of a tested database has all columns")
  void testedScript(String database) throws IOException {
    assertThat(script(database)).doesNotContain("UNTESTED").contains(COLUMNS);
    assertThat(script(database + "-logins")).doesNotContain("UNTESTED").contains(LOGIN_COLUMNS);
  }

  private static String script(String database) throws IOException {
    try (var script = JdbcStore.class.getResourceAsStream(database + ".sql")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1a", "a b", "a.b.c", ".a", "a.", "a;DROP TABLE b", "a\"", "\u00e4", "a\n"})
  @DisplayName("T2 an invalid table name is refused")
  void strangeName(String table) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store(Database.H2.dataSource(), table))
        .withMessageContaining("Use signet_sessions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S"})
  @DisplayName("T6 a timeout of zero is refused")
  void noTimeout(Duration timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new JdbcStore(Database.H2.dataSource(), "sessions", timeout, Clock.systemUTC()))
        .withMessageContaining("The shortest timeout is 1 ms");
  }
}
