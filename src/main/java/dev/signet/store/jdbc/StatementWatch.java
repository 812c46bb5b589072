package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Aborts connections whose database does not respond in time. It takes the place of the network
 * timeout on Open Liberty, which resets the schema with a statement of its own whenever a
 * connection is returned whose network timeout was set. Thread-safe.
 */
final class StatementWatch implements Runnable {

  private static final String LIBERTY = "com.ibm.ws.rsadapter.";
  private static final long INTERVAL = 50;
  private static final int IDLE_INTERVALS = 20;

  private final Set<Watched> all = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();

  /** A connection that is being used. */
  static final class Watched implements AutoCloseable {

    private final StatementWatch watch;
    private final Connection connection;
    private volatile long end;
    private boolean open = true;

    private Watched(StatementWatch watch, Connection connection) {
      this.watch = watch;
      this.connection = connection;
    }

    /** Starts the time of the next statement. */
    void restart(long millis) {
      end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Ends the watch; the connection is no longer aborted. */
    @Override
    public synchronized void close() {
      open = false;
      watch.all.remove(this);
    }

    private synchronized void abort() {
      if (open) {
        open = false;
        watch.all.remove(this);
        try {
          connection.abort(Runnable::run);
        } catch (SQLException e) {
          // It has been closed.
        }
      }
    }
  }

  /** Returns whether connections should be watched instead of having a network timeout. */
  static boolean isNeeded(Connection connection) {
    return connection.getClass().getName().startsWith(LIBERTY);
  }

  /**
   * Watches a connection.
   *
   * @param millis the longest time for its first statement
   */
  Watched watch(Connection connection, long millis) {
    var watched = new Watched(this, connection);
    watched.restart(millis);
    all.add(watched);
    start();
    return watched;
  }

  private void start() {
    if (!running.get() && running.compareAndSet(false, true)) {
      var thread = new Thread(this, "signet-statement-watch");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Looks at the connections until none has been used for a second. */
  @Override
  public void run() {
    int idle = 0;
    while (idle < IDLE_INTERVALS) {
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException e) {
        // Only a container that shuts down interrupts the thread; connections stay watched.
      }
      idle = all.isEmpty() ? idle + 1 : 0;
      long now = System.nanoTime();
      for (Watched each : all) {
        if (now - each.end > 0) {
          each.abort();
        }
      }
    }
    running.set(false);
    if (!all.isEmpty()) {
      start(); // it was added after the last look
    }
  }
}
