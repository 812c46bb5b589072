package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;

/** What an {@link SQLException} means, by its class and SQLState (ISO 9075-2, 24.1). */
final class SqlErrors {

  /** PostgreSQL ends the connection, or does not take one yet. */
  private static final Set<String> SHUTTING_DOWN = Set.of("57P01", "57P02", "57P03");

  /** PostgreSQL's, and what H2 and Derby share. */
  private static final Set<String> TIMEOUT = Set.of("57014", "HYT00", "XCL52");

  /** PostgreSQL's, H2's and Derby's. */
  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04", "42X05");

  private SqlErrors() {}

  /** Tells whether the connection is gone, and with it the answer. */
  static boolean isOfConnection(SQLException e) {
    String state = state(e);
    return state.startsWith("08")
        || SHUTTING_DOWN.contains(state)
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLRecoverableException;
  }

  /** Tells whether the statement was undone for the sake of another one. */
  static boolean isContention(SQLException e) {
    return state(e).startsWith("40");
  }

  /** Tells whether such a row is there already. */
  static boolean isDuplicate(SQLException e) {
    return e instanceof SQLIntegrityConstraintViolationException || state(e).startsWith("23");
  }

  /** No connection was to be had; nothing of a session can be in what the driver says. */
  static SessionStoreException unreachable(String operation, SQLException e) {
    return new SessionStoreException(
        "%s: %s. No connection came from the data source; see that the database runs and lets this application in, and that the pool has enough connections."
            .formatted(what(operation, e), e.getMessage()),
        e);
  }

  /** A statement failed. What the driver says stays out where it may quote an id or a value. */
  static SessionStoreException of(String operation, SQLException e, Duration timeout) {
    if (isOfConnection(e)) {
      return new SessionStoreException(
          "%s: %s. The connection broke, or %s were over; see that the database runs and answers."
              .formatted(what(operation, e), e.getMessage(), timeout),
          e);
    }
    return new SessionStoreException(what(operation, e) + ". " + remedy(e, timeout), null);
  }

  private static String what(String operation, SQLException e) {
    return "The SQL store could not %s (SQLState %s, vendor code %d)"
        .formatted(operation, state(e), e.getErrorCode());
  }

  private static String remedy(SQLException e, Duration timeout) {
    String state = state(e);
    if (e instanceof SQLTimeoutException || TIMEOUT.contains(state)) {
      return "%s were over; see what holds the database up, such as a lock on the table."
          .formatted(timeout);
    }
    if (NO_TABLE.contains(state)) {
      return "The table is not there; make it with the script for your database, in the jar under %s."
          .formatted(TableCreator.SCRIPTS);
    }
    return switch (state.length() < 2 ? state : state.substring(0, 2)) {
      case "22" ->
          "The session does not fit into the table; see that it is as in the script, in the jar under %s, and put less into the session."
              .formatted(TableCreator.SCRIPTS);
      case "23" ->
          "Another session has that id, which chance does not bring about; see who else writes to"
              + " the table.";
      case "25" ->
          "The transaction it ran in has failed or only reads; give the sessions a data source that"
              + " takes no part in transactions, on a database that can be written to.";
      case "40" ->
          "Others changed the same session all the time until %s were over; try again."
              .formatted(timeout);
      case "42" ->
          "See that the table is as in the script, in the jar under %s, and that the user may read and write it."
              .formatted(TableCreator.SCRIPTS);
      default -> "The log of the database says more.";
    };
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "none" : e.getSQLState();
  }
}
