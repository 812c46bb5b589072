package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the data source during one operation. {@link #close} returns it with the settings
 * it had. Not thread-safe.
 */
final class LeasedConnection implements AutoCloseable {

  private final Connection connection;
  private final JdbcTimeout timeout;
  private final boolean repeated;
  private int networkTimeout = JdbcTimeout.UNCHANGED;
  private boolean switched;
  private StatementWatch.@Nullable Watched watched;

  /**
   * @param repeated whether an earlier connection broke before its response, so that the operation
   *     may already be done
   */
  LeasedConnection(Connection connection, JdbcTimeout timeout, boolean repeated) {
    this.connection = connection;
    this.timeout = timeout;
    this.repeated = repeated;
  }

  /**
   * Makes each statement a transaction of its own, with a time limit.
   *
   * @throws EnlistedConnectionException if the connection belongs to a transaction of the
   *     application
   */
  void set() throws SQLException {
    watched = timeout.watch(connection);
    networkTimeout = watched == null ? timeout.limit(connection) : JdbcTimeout.UNCHANGED;
    boolean before = connection.getAutoCommit();
    try {
      // Also if it is on: in a global transaction PostgreSQL's driver says so, and refuses the
      // call.
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw SqlFault.of(e) == SqlFault.CONNECTION ? e : new EnlistedConnectionException(e);
    }
    switched = !before;
  }

  /** Returns the connection for other statements, each with the network timeout. */
  Connection connection() throws SQLException {
    if (watched != null) {
      watched.close();
      watched = null;
      networkTimeout = timeout.limit(connection);
    }
    return connection;
  }

  boolean isRepeated() {
    return repeated;
  }

  LimitedStatement prepare(String sql) throws SQLException {
    return timeout.prepare(connection, sql, watched);
  }

  /** Prepares a statement for {@link LimitedStatement#updateAll}. */
  LimitedStatement prepareBatch(String sql) throws SQLException {
    return timeout.prepareBatch(connection, sql, watched);
  }

  /** Returns the connection to the data source. A broken one is the data source's to remove. */
  @Override
  @SuppressWarnings("try") // the resource is only closed
  public void close() {
    try (connection;
        var ended = watched) {
      if (switched) {
        connection.setAutoCommit(false);
      }
      timeout.restore(connection, networkTimeout);
    } catch (SQLException e) {
      // The operation is done, or failed for another reason.
    }
  }
}
