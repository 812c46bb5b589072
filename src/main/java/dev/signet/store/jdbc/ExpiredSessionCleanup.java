package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deletes expired sessions after a write, on the thread of the writer: one batch per minute, or one
 * batch per write while batches are full. A failure does not affect the writer; the first of a
 * series is logged as a warning. Thread-safe.
 */
final class ExpiredSessionCleanup {

  private static final System.Logger LOG = System.getLogger(ExpiredSessionCleanup.class.getName());
  private static final long INTERVAL_SECONDS = 60;

  private final RetryingConnections connections;
  private final SessionTable table;
  private final Clock clock;
  private final AtomicLong last = new AtomicLong();
  private final AtomicBoolean failing = new AtomicBoolean();

  ExpiredSessionCleanup(RetryingConnections connections, SessionTable table, Clock clock) {
    this.connections = connections;
    this.table = table;
    this.clock = clock;
  }

  void afterWrite() {
    long now = clock.instant().getEpochSecond();
    long before = last.get();
    boolean due = Math.abs(now - before) >= INTERVAL_SECONDS; // the clock may be set back
    if (due && last.compareAndSet(before, now) && deleteBatch() >= SessionTable.BATCH) {
      last.set(0);
    }
  }

  private int deleteBatch() {
    try {
      int deleted = connections.use("delete expired sessions", table::deleteExpired);
      failing.set(false);
      return deleted;
    } catch (SessionStoreException e) {
      Level level = failing.getAndSet(true) ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "Expired sessions stay in the table. {0}", e.getMessage());
      return 0;
    }
  }
}
