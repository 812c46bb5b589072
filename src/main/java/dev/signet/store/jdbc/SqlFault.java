package dev.signet.store.jdbc;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;

/**
 * The kind of an {@link SQLException}, by its class, SQLState (ISO/IEC 9075-2, 24.1) and, for MySQL
 * and MariaDB, vendor code.
 */
enum SqlFault {
  /** PgBouncer in transaction mode: another server connection has the prepared statement. */
  PREPARED_STATEMENT,
  /** The server ended the statement, or a lock was not released in time. */
  TIMEOUT,
  /** The connection is broken, and the response with it. */
  CONNECTION,
  NO_TABLE,
  NO_COLUMN,
  NO_RIGHT,
  CHARACTER_SET,
  TOO_LONG,
  READ_ONLY,
  DUPLICATE,
  /** The server undid the statement in favor of a concurrent one. */
  CONTENTION,
  OTHER;

  private static final Map<String, SqlFault> BY_STATE =
      Map.ofEntries(
          entry("26000", PREPARED_STATEMENT),
          entry("42P05", PREPARED_STATEMENT),
          entry("57014", TIMEOUT),
          entry("55P03", TIMEOUT),
          entry("HYT00", TIMEOUT),
          entry("XCL52", TIMEOUT),
          entry("70100", TIMEOUT),
          entry("57P01", CONNECTION),
          entry("57P02", CONNECTION),
          entry("57P03", CONNECTION),
          entry("42P01", NO_TABLE),
          entry("42S02", NO_TABLE),
          entry("42S03", NO_TABLE),
          entry("42S04", NO_TABLE),
          entry("42X05", NO_TABLE),
          entry("42Y07", NO_TABLE),
          entry("3F000", NO_TABLE),
          entry("42703", NO_COLUMN),
          entry("42S22", NO_COLUMN),
          entry("42X04", NO_COLUMN),
          entry("42X14", NO_COLUMN),
          entry("42501", NO_RIGHT),
          entry("42500", NO_RIGHT),
          entry("42502", NO_RIGHT),
          entry("42503", NO_RIGHT),
          entry("42506", NO_RIGHT),
          entry("42507", NO_RIGHT),
          entry("42508", NO_RIGHT),
          entry("90028", CONNECTION), // H2: the file was closed, as by an interrupted thread
          entry("90098", CONNECTION), // H2: the database was closed
          entry("90096", NO_RIGHT),
          entry("22P05", CHARACTER_SET),
          entry("22021", CHARACTER_SET),
          entry("22001", TOO_LONG),
          entry("25006", READ_ONLY),
          entry("25502", READ_ONLY));

  /** MySQL and MariaDB. */
  private static final Map<Integer, SqlFault> BY_VENDOR_CODE =
      Map.of(
          1205, TIMEOUT,
          1969, TIMEOUT,
          3024, TIMEOUT,
          1142, NO_RIGHT,
          1143, NO_RIGHT,
          1366, CHARACTER_SET,
          1406, TOO_LONG,
          1290, READ_ONLY,
          1792, READ_ONLY);

  private static final String UNKNOWN_DATABASE = "3D000";

  static SqlFault of(SQLException e) {
    String state = state(e);
    SqlFault known = BY_STATE.getOrDefault(state, BY_VENDOR_CODE.get(e.getErrorCode()));
    if (known != null) {
      return known;
    }
    if (e instanceof SQLTimeoutException) {
      return TIMEOUT;
    }
    if (state.startsWith("08")
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLRecoverableException) {
      return CONNECTION;
    }
    if (state.startsWith("23") || e instanceof SQLIntegrityConstraintViolationException) {
      return DUPLICATE;
    }
    return state.startsWith("40") ? CONTENTION : OTHER;
  }

  /** Returns whether the server refuses the login, by any of the causes that pools add. */
  static boolean isLogin(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (state(sql).startsWith("28") || state(sql).equals(UNKNOWN_DATABASE))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether only another configuration can help: another table, or other rights. */
  boolean isConfiguration() {
    return this == NO_TABLE || this == NO_COLUMN || this == NO_RIGHT || this == PREPARED_STATEMENT;
  }

  static String state(SQLException e) {
    return e.getSQLState() == null ? "none" : e.getSQLState();
  }
}
