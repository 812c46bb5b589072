package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL, where another transaction locks the table. */
@Timeout(60)
class JdbcStatementTimeoutTest {

  private static final int POOL = 10;
  private static final int CLIENTS = 30;
  private static final int ATTEMPTS = 4;
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private DatabaseFixture fixture;
  private HikariDataSource pool;
  private Query admin;
  private JdbcStore store;
  private SessionId id;
  private SessionRecord session;

  @BeforeEach
  void start() {
    fixture = Database.POSTGRESQL.fixture();
    admin = new Query(Database.POSTGRESQL.dataSource());
    var source = Database.postgres().dataSource(Database.postgres().port());
    source.setApplicationName("blocked");
    pool = Database.pool(source, POOL, Duration.ofSeconds(5));
    store = new JdbcStore(pool, fixture.table(), TIMEOUT, Clock.systemUTC());
    id = Ids.fresh();
    session = new SessionRecord(Map.of("a", "1"), Clock.systemUTC().instant().plusSeconds(3600));
    fixture.store().create(id, session);
  }

  @AfterEach
  void end() {
    pool.close();
    fixture.close();
  }

  private int serverConnections() {
    return admin.number("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'blocked'");
  }

  private SessionUpdate change() {
    return new SessionUpdate(session, Map.of("b", "2"), Set.of(), session.expiresAt());
  }

  @Test
  @DisplayName("T6 a lock on the table holds no more server connections than the pool has")
  void lockedTable() throws Exception {
    int most = 0;
    var failures = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(CLIENTS);
    try (var other = fixture.pool().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE " + fixture.table());
      var done = new CountDownLatch(CLIENTS);
      List<Future<?>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        boolean reads = client % 2 == 0;
        boolean interrupted = client % 3 == 0;
        clients.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < ATTEMPTS; i++) {
                    failures.addAndGet(fails(reads, interrupted) ? 1 : 0);
                  }
                  done.countDown();
                }));
      }
      while (done.getCount() > 0) {
        most = Math.max(most, serverConnections());
      }
      for (Future<?> client : clients) {
        client.get();
      }
      other.rollback();
    } finally {
      threads.shutdownNow();
    }

    assertThat(failures).hasValue(CLIENTS * ATTEMPTS);
    assertThat(most).isBetween(2, POOL);
    assertThat(store.update(id, change())).isTrue();
    assertThat(store.load(id).orElseThrow().attributes()).containsEntry("b", "2");
  }

  private boolean fails(boolean reads, boolean interrupted) {
    try {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (reads) {
        return store.load(id).isEmpty();
      }
      return !store.update(id, change());
    } catch (SessionStoreException e) {
      return true;
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  @DisplayName("T12 a statement that takes too long names the option and the lock")
  void message() throws Exception {
    try (var other = fixture.pool().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE " + fixture.table());

      assertThatThrownBy(() -> store.load(id))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("SQLState 57014")
          .hasMessageContaining("session.store-timeout")
          .hasMessageContaining("lock on the table");
      other.rollback();
    }
  }

  @Test
  @DisplayName(
      "T6 the time limit ends with the statement and stays off for other users of the pool")
  void limitIsLocal() throws SQLException {
    store.load(id);
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW statement_timeout")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("0");
    }
  }
}
