package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Removes sessions that are over, a batch at a time and once a minute, on the thread of whoever
 * writes then; as long as batches are full, at each write. Failures are none of the writer's. Safe
 * for use by many threads.
 */
final class ExpiredSessionCleanup {

  private static final System.Logger LOG = System.getLogger(ExpiredSessionCleanup.class.getName());
  private static final long SECONDS = 60;

  private final RetryingConnections connections;
  private final SessionTable rows;
  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  ExpiredSessionCleanup(RetryingConnections connections, SessionTable rows, Clock clock) {
    this.connections = connections;
    this.rows = rows;
    this.clock = clock;
  }

  void afterWrite() {
    long now = clock.instant().getEpochSecond();
    long before = last.get();
    boolean due = Math.abs(now - before) >= SECONDS; // a clock may be set back
    if (due && last.compareAndSet(before, now) && sweep() >= SessionTable.BATCH) {
      last.set(0);
    }
  }

  /** Holds no locks in a transaction that is not its own. */
  private int sweep() {
    try {
      return connections.use(
          "remove expired sessions",
          borrowed -> borrowed.isCommitting() ? rows.deleteExpired(borrowed) : 0);
    } catch (SessionStoreException e) {
      LOG.log(Level.DEBUG, "Expired sessions stay for another minute. {0}", e.getMessage());
      return 0;
    }
  }
}
