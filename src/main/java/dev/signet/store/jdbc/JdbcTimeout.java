package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of a statement. The server ends a statement that takes longer, so that the
 * connection stays usable and the server holds no more connections than the pool. If the server
 * itself hangs, the network timeout ends the wait a little later.
 *
 * <p>PostgreSQL gets the limit with the statement, in the same round trip; its driver's own query
 * timeout would wait for the hanging server to accept a cancellation. Other drivers get a query
 * timeout, in whole seconds, rounded up. Thread-safe.
 */
final class JdbcTimeout {

  /** The previous network timeout of a connection that was not changed. */
  static final int UNCHANGED = -1;

  private static final long SHORTEST_GRACE = 100;
  private static final long LONGEST_GRACE = 1000;
  private static final String POSTGRESQL = "PostgreSQL";

  private final Duration timeout;
  private final int millis;
  private final int seconds;
  private final StatementWatch watch = new StatementWatch();
  private volatile boolean hasNetworkTimeout = true;
  private volatile @Nullable String product;

  /**
   * @throws IllegalArgumentException if the timeout is shorter than a millisecond
   */
  JdbcTimeout(Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "The timeout of the SQL store is %s. The shortest timeout is 1 ms. Use a few seconds."
              .formatted(timeout));
    }
    this.timeout = timeout;
    this.millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE / 2);
    this.seconds = (int) ((millis + 999L) / 1000);
  }

  Duration timeout() {
    return timeout;
  }

  /** Watches a connection if that takes the place of its network timeout; otherwise null. */
  StatementWatch.@Nullable Watched watch(Connection connection) throws SQLException {
    return StatementWatch.isNeeded(connection) && isPostgres(connection)
        ? watch.watch(connection, networkMillis(connection))
        : null;
  }

  /**
   * Sets the network timeout of a connection, unless it has a shorter one.
   *
   * @return the previous network timeout, for {@link #restore}
   */
  int limit(Connection connection) throws SQLException {
    if (!hasNetworkTimeout) {
      return UNCHANGED;
    }
    int limit = networkMillis(connection);
    try {
      int before = connection.getNetworkTimeout();
      if (before > 0 && before <= limit) {
        return UNCHANGED;
      }
      connection.setNetworkTimeout(Runnable::run, limit);
      hasNetworkTimeout = connection.getNetworkTimeout() == limit; // H2 ignores it
      return before;
    } catch (SQLFeatureNotSupportedException e) {
      hasNetworkTimeout = false;
      if (connection.isClosed()) { // HikariCP closes a connection after this exception
        throw new SQLNonTransientConnectionException("The pool closed the connection.", "08003");
      }
      return UNCHANGED;
    }
  }

  /**
   * Returns the maximum time of a statement in milliseconds, including an allowance for the
   * network.
   */
  private int networkMillis(Connection connection) throws SQLException {
    int statement = isPostgres(connection) ? millis : seconds * 1000;
    return statement + (int) Math.max(SHORTEST_GRACE, Math.min(LONGEST_GRACE, millis / 2));
  }

  void restore(Connection connection, int before) throws SQLException {
    if (before != UNCHANGED) {
      connection.setNetworkTimeout(Runnable::run, before);
    }
  }

  /**
   * Prepares a statement with the time limit.
   *
   * @param watched the watch of the connection; null if it has a network timeout
   */
  LimitedStatement prepare(
      Connection connection, String sql, StatementWatch.@Nullable Watched watched)
      throws SQLException {
    if (isPostgres(connection)) {
      String limit = "SELECT set_config('statement_timeout', '%d', true); ".formatted(millis);
      return new LimitedStatement(connection.prepareStatement(limit + sql), true, watched);
    }
    return prepareBatch(connection, sql, watched);
  }

  /**
   * Prepares a statement for a batch, with the query timeout of the driver for the whole batch. The
   * batches of PostgreSQL's driver allow no statement with a result of its own before each change.
   *
   * @param watched the watch of the connection; null if it has a network timeout
   */
  LimitedStatement prepareBatch(
      Connection connection, String sql, StatementWatch.@Nullable Watched watched)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(seconds);
    return new LimitedStatement(statement, false, watched);
  }

  private boolean isPostgres(Connection connection) throws SQLException {
    String known = product;
    if (known == null) {
      known = connection.getMetaData().getDatabaseProductName();
      product = known;
    }
    return known.equals(POSTGRESQL);
  }
}
