package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lends connections to operations and repeats an operation that met a broken connection, such as a
 * pool may hold after a restart of the database, or had to give way to another one. Operations are
 * harmless when repeated. Safe for use by many threads.
 */
final class RetryingConnections {

  /** An operation. */
  @FunctionalInterface
  interface Work<T> {
    T on(LeasedConnection borrowed) throws SQLException;
  }

  /** A pool may have several that are broken. */
  private static final int BROKEN = 5;

  private final DataSource dataSource;
  private final JdbcTimeout patience;

  RetryingConnections(DataSource dataSource, JdbcTimeout patience) {
    this.dataSource = dataSource;
    this.patience = patience;
  }

  /**
   * Returns what an operation answers.
   *
   * @param operation what is done, for the message
   * @throws dev.signet.SessionStoreException if the database does not do it
   */
  <T> T use(String operation, Work<T> work) {
    long start = System.nanoTime();
    int broken = 0;
    while (true) {
      try (var borrowed = new LeasedConnection(connection(operation), patience, broken > 0)) {
        borrowed.set();
        return work.on(borrowed);
      } catch (SQLException e) {
        broken += SqlErrors.isOfConnection(e) ? 1 : 0;
        boolean again =
            SqlErrors.isContention(e) || (SqlErrors.isOfConnection(e) && broken < BROKEN);
        boolean inTime = System.nanoTime() - start < patience.timeout().toNanos();
        if (!again || !inTime) {
          throw SqlErrors.of(operation, e, patience.timeout());
        }
      }
    }
  }

  /** One that could not be had was waited for already. */
  private Connection connection(String operation) {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw SqlErrors.unreachable(operation, e);
    }
  }
}
