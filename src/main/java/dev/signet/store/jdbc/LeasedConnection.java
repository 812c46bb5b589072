package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection for the time of one operation; goes back as it came. Used by one thread. */
final class LeasedConnection implements AutoCloseable {

  private final Connection connection;
  private final JdbcTimeout patience;
  private final boolean repeated;
  private int networkTimeout = JdbcTimeout.AS_IT_WAS;
  private boolean committing;
  private boolean switched;

  /**
   * @param repeated whether another connection broke before the answer came, so that the operation
   *     may be done already
   */
  LeasedConnection(Connection connection, JdbcTimeout patience, boolean repeated) {
    this.connection = connection;
    this.patience = patience;
    this.repeated = repeated;
  }

  /** Makes each statement a transaction and limits how long one may take. */
  void set() throws SQLException {
    networkTimeout = patience.limit(connection);
    committing = connection.getAutoCommit();
    if (!committing) {
      try {
        connection.setAutoCommit(true);
        switched = true;
        committing = true;
      } catch (SQLException e) {
        if (SqlErrors.isOfConnection(e)) {
          throw e;
        }
        // A transaction of the container, whose end decides.
      }
    }
  }

  Connection connection() {
    return connection;
  }

  boolean isRepeated() {
    return repeated;
  }

  /** Tells whether each statement is a transaction. */
  boolean isCommitting() {
    return committing;
  }

  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    patience.limit(statement);
    return statement;
  }

  /** Gives the connection back; one that is broken is nothing to worry about any more. */
  @Override
  public void close() {
    try (connection) {
      if (switched) {
        connection.setAutoCommit(false);
      }
      patience.restore(connection, networkTimeout);
    } catch (SQLException e) {
      // What was asked for is done, or has failed for a reason of its own.
    }
  }
}
