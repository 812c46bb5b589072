package dev.signet.store.jdbc;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement, possibly after another statement that limits its time and whose result is
 * skipped. Not thread-safe.
 *
 * @param prepared the statement, to set the parameters
 * @param isSecond whether the first result is that of the time limit
 * @param watched the watch of the connection; null if it has a network timeout
 */
record LimitedStatement(
    PreparedStatement prepared, boolean isSecond, StatementWatch.@Nullable Watched watched)
    implements AutoCloseable {

  /** Executes a query. The result is closed with the statement. */
  ResultSet query() throws SQLException {
    execute();
    return prepared.getResultSet();
  }

  /** Executes a change and returns the number of rows. */
  int update() throws SQLException {
    execute();
    return prepared.getUpdateCount();
  }

  /**
   * Executes the changes of a batch. An exception is that of the database: the text of a batch's
   * own exception may quote ids.
   */
  @SuppressWarnings("CheckReturnValue") // rows that do not exist are no error
  void updateAll() throws SQLException {
    restartTime();
    try {
      prepared.executeBatch();
    } catch (BatchUpdateException e) {
      SQLException cause = e.getNextException();
      throw cause == null
          ? new SQLException("A batch failed.", e.getSQLState(), e.getErrorCode())
          : cause;
    }
  }

  @SuppressWarnings("CheckReturnValue") // the kind of result is known
  private void execute() throws SQLException {
    restartTime();
    prepared.execute();
    if (isSecond) {
      prepared.getMoreResults();
    }
  }

  private void restartTime() {
    if (watched != null) {
      watched.restart();
    }
  }

  @Override
  public void close() throws SQLException {
    prepared.close();
  }
}
