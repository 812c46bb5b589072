package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import dev.signet.json.AttributesCodec;
import dev.signet.json.Json;
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
final class Rows {

  /** The most rows that one statement removes. */
  static final int BATCH = 1000;

  private final AttributesCodec codec = new AttributesCodec(new Json());
  private final Clock clock;
  private final String select;
  private final String insert;
  private final String replace;
  private final String delete;
  private final String deleteExpired;

  Rows(String table, Clock clock) {
    this.clock = clock;
    this.select =
        "SELECT data, version, expires_at FROM %s WHERE id = ? AND expires_at > ?".formatted(table);
    this.insert =
        "INSERT INTO %s (data, version, expires_at, id) VALUES (?, ?, ?, ?)".formatted(table);
    this.replace =
        "UPDATE %s SET data = ?, version = ?, expires_at = ?, id = ? WHERE id = ? AND version = ? AND expires_at > ?"
            .formatted(table);
    this.delete = "DELETE FROM %s WHERE id = ?".formatted(table);
    // Said twice, since PostgreSQL looks again only at the outer condition once a lock is free.
    this.deleteExpired =
        "DELETE FROM %1$s WHERE expires_at <= ? AND id IN (SELECT id FROM %1$s WHERE expires_at <= ? FETCH FIRST %2$d ROWS ONLY)"
            .formatted(table, BATCH);
  }

  Optional<SessionRecord> select(Borrowed borrowed, SessionId id) throws SQLException {
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
          "The SQL store could not read a session: its column data is not a JSON object. Whoever writes to the table besides this store has to keep it one.",
          null);
    }
    return new SessionRecord(attributes, Instant.ofEpochSecond(row.getLong(3)), row.getLong(2));
  }

  void insert(Borrowed borrowed, SessionId id, SessionRecord session) throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(insert)) {
      set(statement, id, session);
      statement.executeUpdate();
    }
  }

  /** Writes a session over the one that has that id and version and is not over. */
  boolean replace(
      Borrowed borrowed, SessionId id, long version, SessionId next, SessionRecord session)
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

  boolean delete(Borrowed borrowed, SessionId id) throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(delete)) {
      statement.setString(1, id.value());
      return statement.executeUpdate() > 0;
    }
  }

  /** Removes a batch of sessions that are over and returns how many. */
  int deleteExpired(Borrowed borrowed) throws SQLException {
    try (PreparedStatement statement = borrowed.prepare(deleteExpired)) {
      statement.setLong(1, now());
      statement.setLong(2, now());
      return statement.executeUpdate();
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
