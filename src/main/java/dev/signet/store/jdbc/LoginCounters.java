package dev.signet.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Two numbers that only grow, in rows of the table of log-ins whose ids no log-in can have. Each is
 * at least the time of its last change in milliseconds. So it exceeds all earlier numbers even if
 * the table was created again, or restored from a backup. Thread-safe.
 */
final class LoginCounters {

  /** The id of the row whose number grows whenever log-ins end. */
  static final String ENDINGS = "#endings";

  /** The id of the row whose number grows whenever all log-ins end. */
  static final String GENERATION = "#generation";

  private final Clock clock;
  private final String select;
  private final String insert;
  private final String increment;

  /** The two numbers; 0 at the beginning. */
  record Counts(long endings, long generation) {}

  LoginCounters(TableName table, Clock clock) {
    this.clock = clock;
    this.select =
        "SELECT id, ended_number FROM %s WHERE id IN ('%s', '%s')"
            .formatted(table, ENDINGS, GENERATION);
    // The row is never an answer to a question for ended log-ins, and is never removed.
    this.insert =
        "INSERT INTO %s (id, expires_at, removable_at, ended_number) VALUES (?, 0, %d, ?)"
            .formatted(table, Long.MAX_VALUE);
    this.increment =
        "UPDATE %s SET ended_number = CASE WHEN ended_number < ? THEN ? ELSE ended_number + 1 END WHERE id = ?"
            .formatted(table);
  }

  Counts get(LeasedConnection leased) throws SQLException {
    long endings = 0;
    long generation = 0;
    try (var statement = leased.prepare(select);
        ResultSet row = statement.query()) {
      while (row.next()) {
        if (row.getString(1).equals(ENDINGS)) {
          endings = row.getLong(2);
        } else {
          generation = row.getLong(2);
        }
      }
    }
    return new Counts(endings, generation);
  }

  /**
   * Increases a number.
   *
   * @throws HiddenRowException if the row exists, and its update reports no row
   */
  void increment(LeasedConnection leased, String id) throws SQLException {
    long now = clock.millis();
    if (increment(leased, id, now)) {
      return;
    }
    insert(leased, id, now);
    if (!increment(leased, id, now)) {
      throw new HiddenRowException();
    }
  }

  private boolean increment(LeasedConnection leased, String id, long now) throws SQLException {
    try (var statement = leased.prepare(increment)) {
      statement.prepared().setLong(1, now);
      statement.prepared().setLong(2, now);
      statement.prepared().setString(3, id);
      return statement.update() > 0;
    }
  }

  private void insert(LeasedConnection leased, String id, long number) throws SQLException {
    try (var statement = leased.prepare(insert)) {
      statement.prepared().setString(1, id);
      statement.prepared().setLong(2, number);
      statement.update();
    } catch (SQLException e) {
      if (SqlFault.of(e) != SqlFault.DUPLICATE) {
        throw e;
      }
    }
  }
}
