package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import dev.signet.json.AttributesCodec;
import dev.signet.json.JsonCodec;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The table, a statement a method; all of it runs on every database. Safe for many threads. */
final class SessionTable {

  /** How many sessions that are over are removed at once. */
  static final int BATCH = 1000;

  private final AttributesCodec codec = new AttributesCodec(new JsonCodec());
  private final Clock clock;
  private final String select;
  private final String insert;
  private final String replace;
  private final String delete;
  private final String oldest;
  private final String deleteUntil;

  SessionTable(String table, Clock clock) {
    this.clock = clock;
    this.select =
        "SELECT data, version, expires_at FROM %s WHERE id = ? AND expires_at > ?".formatted(table);
    this.insert =
        "INSERT INTO %s (data, version, expires_at, id) VALUES (?, ?, ?, ?)".formatted(table);
    this.replace =
        "UPDATE %s SET data = ?, version = ?, expires_at = ?, id = ? WHERE id = ? AND version = ? AND expires_at > ?"
            .formatted(table);
    this.delete = "DELETE FROM %s WHERE id = ?".formatted(table);
    this.oldest =
        "SELECT MAX(expires_at) FROM (SELECT expires_at FROM %s WHERE expires_at <= ? ORDER BY expires_at FETCH FIRST %d ROWS ONLY) expired"
            .formatted(table, BATCH);
    this.deleteUntil = "DELETE FROM %s WHERE expires_at <= ?".formatted(table);
  }

  Optional<SessionRecord> select(LeasedConnection borrowed, SessionId id) throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(select)) {
      statement.setString(1, id.value());
      statement.setLong(2, now());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(session(row)) : Optional.empty();
      }
    }
  }

  private SessionRecord session(ResultSet row) throws SQLException {
    Map<String, String> attributes = codec.read(row.getString(1));
    if (attributes == null) {
      throw new SessionStoreException(
          "The SQL store could not read a session: its column data is not a JSON object. Whoever"
              + " writes to the table besides this store has to keep it one.",
          null);
    }
    return new SessionRecord(attributes, Instant.ofEpochSecond(row.getLong(3)), row.getLong(2));
  }

  void insert(LeasedConnection borrowed, SessionId id, SessionRecord session) throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(insert)) {
      set(statement, id, session);
      statement.executeUpdate();
    }
  }

  /** Writes a session over the one that has that id and version and is not over. */
  boolean replace(
      LeasedConnection borrowed, SessionId id, long version, SessionId next, SessionRecord session)
      throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(replace)) {
      set(statement, next, session);
      statement.setString(5, id.value());
      statement.setLong(6, version);
      statement.setLong(7, now());
      return statement.executeUpdate() > 0;
    }
  }

  private void set(PreparedStatement statement, SessionId id, SessionRecord session)
      throws SQLException {
    statement.setString(1, codec.write(session.attributes()));
    statement.setLong(2, session.version());
    statement.setLong(3, session.expiresAt().getEpochSecond());
    statement.setString(4, id.value());
  }

  boolean delete(LeasedConnection borrowed, SessionId id) throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(delete)) {
      statement.setString(1, id.value());
      return statement.executeUpdate() > 0;
    }
  }

  /**
   * Removes sessions that are over, the oldest first, and returns how many. Where the batch ends
   * those go too that ended in the same second. Two statements, since in one the databases go
   * through the whole batch for each row of it.
   */
  int deleteExpired(LeasedConnection borrowed) throws SQLException {
    long until;
    try (PreparedStatement statement = borrowed.prepare(oldest)) {
      statement.setLong(1, now());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        until = row.getLong(1);
        if (row.wasNull()) {
          return 0;
        }
      }
    }
    try (PreparedStatement statement = borrowed.prepare(deleteUntil)) {
      statement.setLong(1, until);
      return statement.executeUpdate();
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
