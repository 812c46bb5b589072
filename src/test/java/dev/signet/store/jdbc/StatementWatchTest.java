package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections to a real PostgreSQL that are watched instead of having a network timeout. */
@Timeout(60)
class StatementWatchTest {

  private static final int LIMIT = 300;
  private static final int LONG_LIMIT = 2000;

  private static PostgresServer server;

  private final StatementWatch watch = new StatementWatch();

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Connection connection() throws SQLException {
    return server.dataSource(server.port()).getConnection();
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  @DisplayName("T6 a statement whose database hangs ends with its time")
  void hangs() throws Exception {
    try (Connection connection = connection();
        var watched = watch.watch(connection, LIMIT)) {
      server.hang();
      try {
        long before = System.nanoTime();
        assertThatThrownBy(() -> one(connection, "SELECT 1"))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(SqlFault.of(e)).isEqualTo(SqlFault.CONNECTION));
        assertThat(Duration.ofNanos(System.nanoTime() - before))
            .isBetween(Duration.ofMillis(LIMIT - 50), Duration.ofMillis(10 * LIMIT));
      } finally {
        server.goOn();
      }
      assertThat(watched).isNotNull();
    }
  }

  @Test
  @DisplayName("T6 a connection that cannot be aborted does not end the watch")
  void abortFails() throws Exception {
    var asked = new CountDownLatch(1);
    var other =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  asked.countDown();
                  throw new IllegalStateException("closed by its own thread");
                });
    try (var first = watch.watch(other, 1);
        Connection connection = connection();
        var second = watch.watch(connection, LIMIT)) {
      asked.await();
      second.restart();
      assertThatThrownBy(() -> one(connection, "SELECT 'late' FROM pg_sleep(20)"))
          .isInstanceOf(SQLException.class);
      assertThat(first).isNotNull();
    }
  }

  @Test
  @DisplayName("T6 each statement has the whole time")
  void restart() throws Exception {
    try (Connection connection = connection();
        var watched = watch.watch(connection, LONG_LIMIT)) {
      for (int i = 0; i < 3; i++) {
        watched.restart();
        assertThat(one(connection, "SELECT 'slow' FROM pg_sleep(0.8)")).isEqualTo("slow");
      }
    }
  }

  @Test
  @DisplayName("T6 a connection that was returned in time is not aborted")
  void returned() throws Exception {
    try (Connection connection = connection()) {
      watch.watch(connection, 1).close();
      assertThat(one(connection, "SELECT 'open' FROM pg_sleep(0.3)")).isEqualTo("open");
    }
  }

  @Test
  @DisplayName("K6 the thread ends when no connection is used, and starts again")
  void ends() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (Connection connection = connection();
          var watched = watch.watch(connection, LIMIT)) {
        assertThat(one(connection, "SELECT 'open'")).isEqualTo("open");
        assertThat(watched).isNotNull();
        assertThat(watching()).isNotEmpty();
      }
      for (Thread thread : watching()) {
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  private static Iterable<Thread> watching() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("signet-statement-watch"))
        .toList();
  }
}
