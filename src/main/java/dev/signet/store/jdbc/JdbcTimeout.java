package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How long a database may take to answer. Where the driver can, the wait for the network ends; a
 * statement's own timeout does not end with a server that hangs, and PostgreSQL's driver would even
 * wait for it to take the cancellation, which is why it serves other drivers only. Safe for use by
 * many threads.
 */
final class JdbcTimeout {

  /** Stands for a connection that was left as it was. */
  static final int AS_IT_WAS = -1;

  private final Duration timeout;
  private final int millis;
  private volatile boolean onNetwork = true;

  /**
   * @throws IllegalArgumentException if it is not of a millisecond at least
   */
  JdbcTimeout(Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "The timeout of the SQL store is %s; it has to be 1 ms at least. Give it one of seconds."
              .formatted(timeout));
    }
    this.timeout = timeout;
    this.millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
  }

  Duration timeout() {
    return timeout;
  }

  /** Limits a connection and returns what {@link #restore} takes. */
  int limit(Connection connection) throws SQLException {
    if (!onNetwork) {
      return AS_IT_WAS;
    }
    try {
      int before = connection.getNetworkTimeout();
      if (before > 0 && before <= millis) {
        return AS_IT_WAS;
      }
      connection.setNetworkTimeout(Runnable::run, millis);
      onNetwork = connection.getNetworkTimeout() == millis; // H2 takes it and does nothing
      return before;
    } catch (SQLFeatureNotSupportedException e) {
      onNetwork = false;
      if (connection.isClosed()) { // by a pool that takes this for the end of it, as HikariCP does
        throw new SQLNonTransientConnectionException("The pool closed the connection.", "08003");
      }
      return AS_IT_WAS;
    }
  }

  /** Limits a statement where its connection could not be. */
  void limit(Statement statement) throws SQLException {
    if (!onNetwork) {
      statement.setQueryTimeout((int) Math.min((millis + 999L) / 1000, Integer.MAX_VALUE));
    }
  }

  void restore(Connection connection, int before) throws SQLException {
    if (before != AS_IT_WAS) {
      connection.setNetworkTimeout(Runnable::run, before);
    }
  }
}
