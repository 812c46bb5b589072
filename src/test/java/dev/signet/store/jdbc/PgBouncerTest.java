package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.testing.StoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL behind a real PgBouncer, which gives each transaction another connection. */
class PgBouncerTest {

  private static final int CLIENTS = 8;

  /** More than the driver executes before it prepares a statement on the server. */
  private static final int ENOUGH = 10;

  /** Fewer than the clients have, so that they share them. */
  private static final int SHARED = 2;

  private final PgBouncerServer bouncer = PgBouncerServer.start(Database.postgres(), SHARED);

  @AfterEach
  void stop() {
    bouncer.close();
  }

  private HikariDataSource pool(int connections, int prepareThreshold) {
    PGSimpleDataSource source = bouncer.dataSource();
    source.setPrepareThreshold(prepareThreshold);
    return Database.pool(source, connections, Database.TIMEOUT);
  }

  @TestFactory
  @DisplayName("T2 T10 behind PgBouncer with prepareThreshold=0 the store keeps the contract")
  Stream<DynamicTest> contract() {
    return StoreContract.checks().stream()
        .map(check -> dynamicTest(check.text(), () -> run(check)));
  }

  private void run(StoreContract.Check check) {
    try (var fixture = Database.fixture(pool(Database.CONNECTIONS, 0))) {
      check.run(
          new JdbcStore(fixture.pool(), fixture.table(), Database.TIMEOUT, Clock.systemUTC()));
    }
  }

  private static void loadOnEachConnection(DatabaseFixture fixture) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        for (int n = 0; n < ENOUGH; n++) {
          fixture.store().load(Ids.fresh());
        }
        taken.add(fixture.pool().getConnection()); // the next calls use another one
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  @DisplayName("T12 behind PgBouncer without prepareThreshold=0 the message names the remedy")
  void preparedStatements() {
    try (var fixture =
        Database.fixture(pool(CLIENTS, new PGSimpleDataSource().getPrepareThreshold()))) {
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> loadOnEachConnection(fixture))
          .withMessageContaining("prepared statements of two connections are mixed up")
          .withMessageContaining("PgBouncer in transaction mode")
          .withMessageContaining("Add prepareThreshold=0");
    }
  }
}
