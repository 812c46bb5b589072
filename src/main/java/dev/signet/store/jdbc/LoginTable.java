package dev.signet.store.jdbc;

import static java.util.Comparator.comparing;

import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginUse;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements on the table of log-ins, in SQL that all databases understand.
 *
 * <p>The column {@code ended_number} is 0 for a log-in that has not ended. One that has just ended
 * has {@link #PENDING}, and then the number of its end. The expiration time of an ended log-in is
 * the time until which it must be remembered. Thread-safe.
 */
final class LoginTable {

  /** The mark of an ended log-in that has no number yet, or never gets one. */
  private static final long PENDING = Long.MAX_VALUE;

  private final Clock clock;
  private final String insert;
  private final String select;
  private final String use;
  private final String end;
  private final String number;
  private final String isEnded;
  private final String ended;

  LoginTable(TableName table, Clock clock) {
    this.clock = clock;
    this.insert =
        "INSERT INTO %s (id, name, device, since, last_seen, expires_at, removable_at, ended_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            .formatted(table);
    this.select =
        "SELECT id, name, since, last_seen, device, expires_at FROM %s WHERE name = ? AND ended_number = 0 AND expires_at > ?"
            .formatted(table);
    this.use =
        "UPDATE %s SET last_seen = ?, expires_at = ?, removable_at = ? WHERE id = ? AND ended_number = 0 AND expires_at <= ?"
            .formatted(table);
    this.end =
        "UPDATE %s SET ended_number = ?, expires_at = ?, removable_at = ? WHERE id IN ("
            .formatted(table);
    this.number =
        "UPDATE %s SET ended_number = ? WHERE ended_number = ? AND id IN (".formatted(table);
    this.isEnded =
        "SELECT id FROM %s WHERE id = ? AND ended_number > 0 AND expires_at > ?".formatted(table);
    this.ended =
        "SELECT id, expires_at FROM %s WHERE ended_number BETWEEN ? AND ? AND expires_at > ?"
            .formatted(table);
  }

  /** Inserts a log-in; returns false if there is a row of this id, which may have ended. */
  boolean insert(LeasedConnection leased, LoginRecord login) throws SQLException {
    return insert(leased, login.id(), login, login.expiresAt().getEpochSecond(), 0);
  }

  private boolean insert(
      LeasedConnection leased, String id, @Nullable LoginRecord login, long expiresAt, long number)
      throws SQLException {
    try (var limited = leased.prepare(insert)) {
      PreparedStatement statement = limited.prepared();
      statement.setString(1, id);
      statement.setString(2, login == null ? null : login.name());
      // Oracle makes null of an empty text.
      statement.setString(3, login == null || login.device().isEmpty() ? null : login.device());
      setSecond(statement, 4, login == null ? null : login.since());
      setSecond(statement, 5, login == null ? null : login.lastSeen());
      statement.setLong(6, expiresAt);
      statement.setLong(7, ExpiredRowCleanup.removableAt(expiresAt));
      statement.setLong(8, number);
      return limited.update() > 0;
    } catch (SQLException e) {
      if (SqlFault.of(e) == SqlFault.DUPLICATE) {
        return false;
      }
      throw e;
    }
  }

  private static void setSecond(PreparedStatement statement, int index, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, time.getEpochSecond());
    }
  }

  List<LoginRecord> select(LeasedConnection leased, String name) throws SQLException {
    List<LoginRecord> found = new ArrayList<>();
    try (var statement = leased.prepare(select)) {
      statement.prepared().setString(1, name);
      statement.prepared().setLong(2, now());
      try (ResultSet row = statement.query()) {
        while (row.next()) {
          // Some databases compare without case or blanks at the end.
          if (name.equals(row.getString(2))) {
            found.add(login(row));
          }
        }
      }
    }
    return found;
  }

  private static LoginRecord login(ResultSet row) throws SQLException {
    String device = row.getString(5);
    return new LoginRecord(
        row.getString(1),
        row.getString(2),
        Instant.ofEpochSecond(row.getLong(3)),
        Instant.ofEpochSecond(row.getLong(4)),
        device == null ? "" : device,
        Instant.ofEpochSecond(row.getLong(6)));
  }

  /**
   * Records uses in one batch. Some databases lock the rows until its end, so all servers change
   * them in the same order.
   */
  void use(LeasedConnection leased, Collection<LoginUse> uses) throws SQLException {
    try (var statement = leased.prepareBatch(use)) {
      for (LoginUse each : uses.stream().sorted(comparing(LoginUse::id)).toList()) {
        long expiresAt = each.expiresAt().getEpochSecond();
        statement.prepared().setLong(1, each.lastSeen().getEpochSecond());
        statement.prepared().setLong(2, expiresAt);
        statement.prepared().setLong(3, ExpiredRowCleanup.removableAt(expiresAt));
        statement.prepared().setString(4, each.id());
        statement.prepared().setLong(5, expiresAt);
        statement.prepared().addBatch();
      }
      statement.updateAll();
    }
  }

  /**
   * Ends log-ins, without a number yet. Those that have a row end at once or not at all.
   *
   * @throws HiddenRowException if a row exists, and its update reports no row
   */
  void end(LeasedConnection leased, List<String> ids, Instant rememberUntil) throws SQLException {
    if (endRows(leased, ids, rememberUntil) == ids.size()) {
      return;
    }
    long until = rememberUntil.getEpochSecond();
    for (String id : ids) {
      List<String> one = List.of(id);
      // If the row exists after all, it was added in between.
      if (endRows(leased, one, rememberUntil) == 0
          && !insert(leased, id, null, until, PENDING)
          && endRows(leased, one, rememberUntil) == 0) {
        throw new HiddenRowException();
      }
    }
  }

  private int endRows(LeasedConnection leased, List<String> ids, Instant until)
      throws SQLException {
    try (var statement = leased.prepare(end + placeholders(ids))) {
      statement.prepared().setLong(1, PENDING);
      statement.prepared().setLong(2, until.getEpochSecond());
      statement.prepared().setLong(3, ExpiredRowCleanup.removableAt(until.getEpochSecond()));
      setIds(statement, 4, ids);
      return statement.update();
    }
  }

  private static String placeholders(List<String> ids) {
    return String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
  }

  private static void setIds(LimitedStatement statement, int first, List<String> ids)
      throws SQLException {
    for (int i = 0; i < ids.size(); i++) {
      statement.prepared().setString(first + i, ids.get(i));
    }
  }

  /** Gives ended log-ins without a number this one. */
  void number(LeasedConnection leased, List<String> ids, long endedNumber) throws SQLException {
    try (var statement = leased.prepare(number + placeholders(ids))) {
      statement.prepared().setLong(1, endedNumber);
      statement.prepared().setLong(2, PENDING);
      setIds(statement, 3, ids);
      statement.update();
    }
  }

  boolean isEnded(LeasedConnection leased, String id) throws SQLException {
    try (var statement = leased.prepare(isEnded)) {
      statement.prepared().setString(1, id);
      statement.prepared().setLong(2, now());
      try (ResultSet row = statement.query()) {
        return row.next();
      }
    }
  }

  /** Returns the log-ins whose end has a higher number, with the time to remember each. */
  Map<String, Instant> endedAfter(LeasedConnection leased, long endedNumber) throws SQLException {
    return endedBetween(leased, endedNumber + 1, PENDING - 1);
  }

  /**
   * Returns the log-ins that have ended and have no number yet. If this is a statement of its own
   * before the other one, no log-in is missed that gets its number in between: some databases read
   * rows one after another while others change them.
   */
  Map<String, Instant> endedWithoutNumber(LeasedConnection leased) throws SQLException {
    return endedBetween(leased, PENDING, PENDING);
  }

  private Map<String, Instant> endedBetween(LeasedConnection leased, long first, long last)
      throws SQLException {
    Map<String, Instant> found = new HashMap<>();
    try (var statement = leased.prepare(ended)) {
      statement.prepared().setLong(1, first);
      statement.prepared().setLong(2, last);
      statement.prepared().setLong(3, now());
      try (ResultSet row = statement.query()) {
        while (row.next()) {
          found.put(row.getString(1), Instant.ofEpochSecond(row.getLong(2)));
        }
      }
    }
    return found;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
