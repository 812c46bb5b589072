package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deletes expired rows after a write, on the thread of the writer: one batch per minute, or one
 * batch per write while batches are full. A failure does not affect the writer; the first of a
 * series is logged as a warning. Thread-safe.
 *
 * <p>The indexed column {@code removable_at} is the expiration time, rounded up. It rarely changes,
 * so that PostgreSQL updates a row without touching the indexes (a heap-only tuple).
 */
final class ExpiredRowCleanup {

  /** The most rows that one cleanup deletes. */
  static final int BATCH = 1000;

  /** The unit of {@code removable_at}, in seconds. */
  static final long REMOVAL_SECONDS = 600;

  private static final System.Logger LOG = System.getLogger(ExpiredRowCleanup.class.getName());
  private static final long INTERVAL_SECONDS = 60;

  private final TableAccess access;
  private final Clock clock;
  private final String rows;
  private final String removable;
  private final String deleteBefore;
  private final String deleteUntil;
  private final AtomicLong last = new AtomicLong();
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * @param rows what the rows are, in the plural, for messages
   */
  ExpiredRowCleanup(TableAccess access, TableName table, Clock clock, String rows) {
    this.access = access;
    this.clock = clock;
    this.rows = rows;
    this.removable =
        "SELECT removable_at, id FROM %s WHERE removable_at <= ? ORDER BY removable_at, id"
            .formatted(table);
    this.deleteBefore = "DELETE FROM %s WHERE removable_at < ?".formatted(table);
    this.deleteUntil = "DELETE FROM %s WHERE removable_at = ? AND id <= ?".formatted(table);
  }

  /** Returns the value of {@code removable_at} for an expiration time, both in seconds. */
  static long removableAt(long expiresAt) {
    return -Math.floorDiv(-expiresAt, REMOVAL_SECONDS) * REMOVAL_SECONDS;
  }

  void afterWrite() {
    long now = now();
    long before = last.get();
    boolean due = Math.abs(now - before) >= INTERVAL_SECONDS; // the clock may be set back
    if (due && last.compareAndSet(before, now) && deleteBatch() >= BATCH) {
      last.set(0);
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private int deleteBatch() {
    try {
      int deleted = access.use("delete expired " + rows, this::deleteExpired);
      failing.set(false);
      return deleted;
    } catch (SessionStoreException e) {
      Level level = failing.getAndSet(true) ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "Expired {0} stay in the table. {1}", rows, e.getMessage());
      return 0;
    }
  }

  /** Deletes up to {@link #BATCH} expired rows, the oldest first, and returns their number. */
  private int deleteExpired(LeasedConnection leased) throws SQLException {
    long lastTime = 0;
    String lastId = null;
    try (var statement = leased.prepare(removable)) {
      statement.prepared().setMaxRows(BATCH);
      statement.prepared().setLong(1, now());
      try (ResultSet row = statement.query()) {
        while (row.next()) {
          lastTime = row.getLong(1);
          lastId = row.getString(2);
        }
      }
    }
    return lastId == null ? 0 : deleteUpTo(leased, lastTime, lastId);
  }

  private int deleteUpTo(LeasedConnection leased, long time, String id) throws SQLException {
    try (var before = leased.prepare(deleteBefore);
        var until = leased.prepare(deleteUntil)) {
      before.prepared().setLong(1, time);
      until.prepared().setLong(1, time);
      until.prepared().setString(2, id);
      return before.update() + until.update();
    }
  }
}
