package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Messages for exceptions of the database. The driver's own text is left out if it may quote an id
 * or a value.
 */
final class SqlErrors {

  /** The attribute of a data source that takes no part in transactions, in server.xml. */
  static final String NON_TRANSACTIONAL =
      "Set transactional=\"false\" on the <dataSource> in server.xml";

  private SqlErrors() {}

  /** The data source gave no connection. The driver has not seen a session yet. */
  static SessionStoreException unreachable(String operation, SQLException e) {
    if (e instanceof DataSourceLookupException) {
      return new SessionStoreException(
          "The SQL store could not %s. %s".formatted(operation, e.getMessage()), e);
    }
    String remedy =
        SqlFault.isLogin(e)
            ? "The database refuses the login. Check the user, the password and the database name"
                + " of the data source."
            : "The data source gave no connection. Check that the database is running and"
                + " reachable, and that the pool has enough connections.";
    return new SessionStoreException(
        "%s: %s. %s".formatted(failure(operation, e), e.getMessage(), remedy), e);
  }

  /** A statement failed. */
  static SessionStoreException of(String operation, SQLException e, Duration timeout) {
    SqlFault fault = SqlFault.of(e);
    String message = failure(operation, e);
    if (fault == SqlFault.CONNECTION) {
      return new SessionStoreException(
          "%s: %s. The connection broke, or the database did not respond within %s. Check that the database is running and reachable."
              .formatted(message, e.getMessage(), timeout),
          e);
    }
    return new SessionStoreException(message + ". " + remedy(fault, e, timeout), null);
  }

  private static String failure(String operation, SQLException e) {
    return "The SQL store could not %s (SQLState %s, vendor code %d)"
        .formatted(operation, SqlFault.state(e), e.getErrorCode());
  }

  private static String remedy(SqlFault fault, SQLException e, Duration timeout) {
    if (e instanceof LaxSqlModeException) {
      return "Its sql_mode is not strict, so the database would cut values that are too long. Add"
          + " STRICT_TRANS_TABLES to the sql_mode of the server, or"
          + " sessionVariables=sql_mode='STRICT_TRANS_TABLES' to the URL of the data"
          + " source.";
    }
    if (e instanceof HiddenRowException) {
      return "A row exists, and its update reports no row. The database has to let the user of the"
          + " data source update all rows, and the driver has to report their number. Check the row"
          + " security of the table, and the properties of the data source.";
    }
    return switch (fault) {
      case TIMEOUT ->
          "The statement took longer than %s (session.store-timeout). Check what blocks the database, such as a lock on the table."
              .formatted(timeout);
      case NO_TABLE ->
          "The table does not exist. Create it with the script for your database in the jar under %s, or set session.jdbc.create-table=true."
              .formatted(TableCreator.SCRIPTS);
      case NO_COLUMN ->
          "The table has no such column. Create it again with the script for your database in the jar under %s."
              .formatted(TableCreator.SCRIPTS);
      case NO_RIGHT ->
          "The database user lacks a right. Grant SELECT, INSERT, UPDATE and DELETE on the table.";
      case PREPARED_STATEMENT ->
          "The prepared statements of two connections are mixed up, as by PgBouncer in transaction"
              + " mode. Add prepareThreshold=0 to the properties of the PostgreSQL data source.";
      case CHARACTER_SET ->
          "A column cannot store a character of the value. Use the character set of the script in the jar under %s (PostgreSQL: UTF8, MySQL and MariaDB: utf8mb4)."
              .formatted(TableCreator.SCRIPTS);
      case TOO_LONG ->
          "A value is longer than its column. Use the column types of the script in the jar under %s."
              .formatted(TableCreator.SCRIPTS);
      case READ_ONLY ->
          "The database is read-only. Use a data source of the primary server, with readOnly off.";
      case DUPLICATE -> "Another row has the same id. Check what else writes to the table.";
      case CONTENTION ->
          "Concurrent requests changed the same row for %s. Repeat the request.".formatted(timeout);
      default ->
          e instanceof EnlistedConnectionException
              ? "The data source takes part in the application's transaction, whose rollback would undo the change. %s, or use another data source."
                  .formatted(NON_TRANSACTIONAL)
              : "See the log of the database.";
    };
  }
}
