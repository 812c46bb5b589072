package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;

/**
 * Runs operations on one table, which is created before the first one if configured so.
 * Thread-safe, also for several servers that share a table.
 */
final class TableAccess {

  private final RetryingConnections connections;
  private final TableCreator creator;
  private final boolean createTable;
  private volatile boolean created;
  private volatile boolean strict;

  /**
   * @param createTable whether the table is created if it does not exist
   */
  TableAccess(RetryingConnections connections, TableCreator creator, boolean createTable) {
    this.connections = connections;
    this.creator = creator;
    this.createTable = createTable;
  }

  /**
   * Creates the table unless it exists. Several servers may do so at once.
   *
   * @throws IllegalStateException if there is no script for this database
   * @throws SessionStoreException if the database fails
   */
  void createTable() {
    connections.use(
        "create its table",
        leased -> {
          creator.create(leased.connection());
          return true;
        });
    created = true;
  }

  /**
   * Checks the data source and the table, and creates the table if configured so.
   *
   * @throws IllegalStateException if the configuration is wrong
   * @throws SessionStoreException if the database does not respond
   */
  void check() {
    connections.check(
        leased -> {
          StrictSqlMode.check(leased.connection());
          if (createTable) {
            creator.create(leased.connection());
            created = true;
          } else {
            creator.check(leased.connection());
          }
          return true;
        });
  }

  /**
   * Runs an operation and returns its result.
   *
   * @param operation a verb phrase for the message
   * @throws SessionStoreException if the database fails
   */
  <T> T use(String operation, RetryingConnections.Work<T> work) {
    if (createTable && !created) {
      createTable();
    }
    return connections.use(
        operation,
        leased -> {
          if (!strict) { // the database was down at deployment, or nothing was checked
            StrictSqlMode.check(leased.connection());
            strict = true;
          }
          return work.on(leased);
        });
  }
}
