package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import dev.signet.json.AttributesCodec;
import dev.signet.json.JsonCodec;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The statements on the session table, in SQL that all databases understand.
 *
 * <p>The columns {@code previous_id} and {@code moved_at} are set by the statement that moves a
 * session, so a move and its mark are one change. Thread-safe.
 */
final class SessionTable {

  private final AttributesCodec codec = new AttributesCodec(new JsonCodec());
  private final Clock clock;
  private final String select;
  private final String insert;
  private final String update;
  private final String move;
  private final String selectMoved;
  private final String delete;

  SessionTable(TableName table, Clock clock) {
    this.clock = clock;
    this.select =
        "SELECT data, version, expires_at FROM %s WHERE id = ? AND expires_at > ?".formatted(table);
    this.insert =
        "INSERT INTO %s (data, version, expires_at, removable_at, id) VALUES (?, ?, ?, ?, ?)"
            .formatted(table);
    this.update =
        "UPDATE %s SET data = ?, version = ?, expires_at = ?, removable_at = ? WHERE id = ? AND version = ? AND expires_at > ?"
            .formatted(table);
    this.move =
        "UPDATE %s SET data = ?, version = ?, expires_at = ?, removable_at = ?, id = ?, previous_id = ?, moved_at = ? WHERE id = ? AND version = ? AND expires_at > ?"
            .formatted(table);
    this.selectMoved =
        "SELECT moved_at FROM %s WHERE previous_id = ? AND moved_at > ?".formatted(table);
    this.delete = "DELETE FROM %s WHERE id = ?".formatted(table);
  }

  Optional<SessionRecord> select(LeasedConnection leased, SessionId id) throws SQLException {
    try (var statement = leased.prepare(select)) {
      statement.prepared().setString(1, id.value());
      statement.prepared().setLong(2, now());
      try (ResultSet row = statement.query()) {
        return row.next() ? Optional.of(session(row)) : Optional.empty();
      }
    }
  }

  private SessionRecord session(ResultSet row) throws SQLException {
    Map<String, String> attributes = codec.read(row.getString(1));
    if (attributes == null) {
      throw new SessionStoreException(
          "The SQL store could not read a session: its column data is not a JSON object. Check what"
              + " else writes to the table.",
          null);
    }
    return new SessionRecord(attributes, Instant.ofEpochSecond(row.getLong(3)), row.getLong(2));
  }

  void insert(LeasedConnection leased, SessionId id, SessionRecord session) throws SQLException {
    try (var statement = leased.prepare(insert)) {
      set(statement.prepared(), session);
      statement.prepared().setString(5, id.value());
      statement.update();
    }
  }

  /**
   * Replaces the session of this id and version, unless it has expired.
   *
   * @return whether there was such a session
   */
  boolean update(LeasedConnection leased, SessionId id, long version, SessionRecord session)
      throws SQLException {
    try (var statement = leased.prepare(update)) {
      set(statement.prepared(), session);
      statement.prepared().setString(5, id.value());
      statement.prepared().setLong(6, version);
      statement.prepared().setLong(7, now());
      return statement.update() > 0;
    }
  }

  /**
   * Replaces the session of this id and version, and its id, unless it has expired.
   *
   * @return whether there was such a session
   */
  boolean move(
      LeasedConnection leased, SessionId id, long version, SessionId next, SessionRecord session)
      throws SQLException {
    try (var statement = leased.prepare(move)) {
      set(statement.prepared(), session);
      statement.prepared().setString(5, next.value());
      statement.prepared().setString(6, id.value());
      statement.prepared().setLong(7, now());
      statement.prepared().setString(8, id.value());
      statement.prepared().setLong(9, version);
      statement.prepared().setLong(10, now());
      return statement.update() > 0;
    }
  }

  /** Returns whether a session was moved away from an id a moment ago. */
  boolean wasMoved(LeasedConnection leased, SessionId id) throws SQLException {
    try (var statement = leased.prepare(selectMoved)) {
      statement.prepared().setString(1, id.value());
      statement.prepared().setLong(2, now() - SessionStore.MOVE_REMEMBERED.toSeconds());
      try (ResultSet row = statement.query()) {
        return row.next();
      }
    }
  }

  private void set(PreparedStatement statement, SessionRecord session) throws SQLException {
    long expiresAt = session.expiresAt().getEpochSecond();
    statement.setString(1, codec.write(session.attributes()));
    statement.setLong(2, session.version());
    statement.setLong(3, expiresAt);
    statement.setLong(4, ExpiredRowCleanup.removableAt(expiresAt));
  }

  /** Deletes a session and returns whether it existed. */
  boolean delete(LeasedConnection leased, SessionId id) throws SQLException {
    try (var statement = leased.prepare(delete)) {
      statement.prepared().setString(1, id.value());
      return statement.update() > 0;
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
