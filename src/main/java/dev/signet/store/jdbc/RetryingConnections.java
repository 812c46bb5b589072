package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations on connections of a data source, outside of the application's transaction. An
 * operation is repeated if its connection broke, as after a restart of the database, or if the
 * server undid it in favor of a concurrent one. So operations must be idempotent. Thread-safe.
 */
final class RetryingConnections {

  /** An operation. */
  @FunctionalInterface
  interface Work<T> {
    T on(LeasedConnection leased) throws SQLException;
  }

  /** A pool may hold several broken connections. */
  private static final int MAX_BROKEN = 5;

  private final DataSource dataSource;
  private final JdbcTimeout timeout;
  private volatile @Nullable Transactions transactions;

  RetryingConnections(DataSource dataSource, JdbcTimeout timeout) {
    this.dataSource = dataSource;
    this.timeout = timeout;
  }

  /**
   * Runs an operation and returns its result.
   *
   * @param operation a verb phrase for the message
   * @throws SessionStoreException if the database fails
   */
  @SuppressWarnings("try") // the resource is only closed
  <T> T use(String operation, Work<T> work) {
    try (var suspended = transactions().suspend();
        var interrupt = deferredInterrupt()) {
      return repeat(operation, work);
    }
  }

  /**
   * Runs an operation to check the configuration; again if its connection broke, but once only.
   *
   * @throws IllegalStateException if only another configuration can help
   * @throws SessionStoreException if the database fails in another way
   */
  @SuppressWarnings("try") // the resource is only closed
  void check(Work<?> work) {
    try (var suspended = transactions().suspend();
        var interrupt = deferredInterrupt()) {
      if (!isChecked(work, false)) {
        isChecked(work, true);
      }
    }
  }

  /** Returns false if the connection broke, and a repetition may help. */
  private boolean isChecked(Work<?> work, boolean repeated) {
    String operation = "check its table";
    try (var leased = new LeasedConnection(dataSource.getConnection(), timeout, repeated)) {
      try {
        leased.set();
        work.on(leased);
        return true;
      } catch (SQLException e) {
        if (SqlFault.of(e) == SqlFault.CONNECTION && !repeated) {
          return false;
        }
        throw checked(
            SqlFault.of(e).isConfiguration()
                || e instanceof EnlistedConnectionException
                || e instanceof LaxSqlModeException,
            SqlErrors.of(operation, e, timeout.timeout()));
      }
    } catch (SQLException e) {
      boolean configuration =
          e instanceof DataSourceLookupException lookup
              ? lookup.isConfiguration()
              : SqlFault.isLogin(e);
      throw checked(configuration, SqlErrors.unreachable(operation, e));
    }
  }

  private static RuntimeException checked(boolean configuration, SessionStoreException e) {
    return configuration ? new IllegalStateException(e.getMessage(), e) : e;
  }

  private <T> T repeat(String operation, Work<T> work) {
    long start = System.nanoTime();
    int broken = 0;
    while (true) {
      try (var leased = new LeasedConnection(connection(operation), timeout, broken > 0)) {
        leased.set();
        return work.on(leased);
      } catch (SQLException e) {
        SqlFault fault = SqlFault.of(e);
        broken += fault == SqlFault.CONNECTION ? 1 : 0;
        boolean again =
            fault == SqlFault.CONTENTION || (fault == SqlFault.CONNECTION && broken < MAX_BROKEN);
        boolean inTime = System.nanoTime() - start < timeout.timeout().toNanos();
        if (!again || !inTime) {
          throw SqlErrors.of(operation, e, timeout.timeout());
        }
      }
    }
  }

  /** Is not repeated: the data source has already waited. */
  private Connection connection(String operation) {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw SqlErrors.unreachable(operation, e);
    }
  }

  /** A pool and a network driver may end their wait when the thread is interrupted. */
  private @Nullable DeferredInterrupt deferredInterrupt() {
    return dataSource instanceof H2FileDataSource ? new DeferredInterrupt() : null;
  }

  /** Found at first use: the directory may not be complete before. */
  private Transactions transactions() {
    Transactions known = transactions;
    if (known == null) {
      known = Transactions.ofContainer();
      transactions = known;
    }
    return known;
  }
}
