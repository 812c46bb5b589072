package dev.signet.store.jdbc;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Aborts connections whose database does not respond in time. It takes the place of the network
 * timeout with PostgreSQL on Open Liberty, which resets the schema with a statement of its own
 * whenever a connection is returned whose network timeout was set. Other drivers may not be able to
 * abort a connection while it waits. Thread-safe.
 */
final class StatementWatch implements Runnable {

  private static final System.Logger LOG = System.getLogger(StatementWatch.class.getName());

  private static final String LIBERTY = "com.ibm.ws.rsadapter.";
  private static final long INTERVAL = 50;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(4 * INTERVAL);
  private static final int IDLE_INTERVALS = 20;

  private final Set<Watched> all = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();

  /** A connection that is being used. */
  static final class Watched implements AutoCloseable {

    private final StatementWatch watch;
    private final Connection connection;
    private final long nanos;
    private volatile long end;
    private boolean open = true;

    private Watched(StatementWatch watch, Connection connection, long millis) {
      this.watch = watch;
      this.connection = connection;
      this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
      restart();
    }

    /** Starts the time of the next statement. */
    void restart() {
      end = System.nanoTime() + nanos;
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
        } catch (SQLException | RuntimeException | LinkageError e) {
          warnUnlessClosed(e);
        }
      }
    }

    private void warnUnlessClosed(Throwable failure) {
      if (!isClosed()) {
        LOG.log(
            Level.WARNING,
            "The SQL store could not abort a connection whose database does not respond ({0}), so"
                + " its request waits until the connection breaks. Set socketTimeout of the data"
                + " source.",
            failure.getClass().getName());
      }
    }

    /** The thread that uses the connection may have closed it; it reports the failure. */
    private boolean isClosed() {
      try {
        return connection.isClosed();
      } catch (SQLException | RuntimeException | LinkageError e) {
        return false;
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
   * @param millis the longest time for each statement
   */
  Watched watch(Connection connection, long millis) {
    var watched = new Watched(this, connection, millis);
    all.add(watched);
    try {
      start();
    } catch (Throwable e) {
      watched.close();
      throw e;
    }
    return watched;
  }

  private void start() {
    if (!running.get() && running.compareAndSet(false, true)) {
      var thread = new Thread(null, this, "signet-statement-watch", 0, false);
      thread.setDaemon(true);
      try {
        thread.start();
      } catch (Throwable e) { // no thread is left
        running.set(false);
        throw e;
      }
    }
  }

  /** Watches until it has seen no connection for a second. */
  @Override
  public void run() {
    try {
      watchUntilIdle();
    } finally {
      running.set(false);
    }
    if (!all.isEmpty()) {
      start(); // it was added after the last look
    }
  }

  private void watchUntilIdle() {
    int idle = 0;
    boolean paused = false;
    while (idle < IDLE_INTERVALS) {
      long before = System.nanoTime();
      sleep();
      long now = System.nanoTime();
      idle = all.isEmpty() ? idle + 1 : 0;
      // After a pause of the whole process, the responses may be there and not read yet.
      paused = !paused && now - before > PAUSE;
      if (!paused) {
        abortLate(now);
      }
    }
  }

  private void abortLate(long now) {
    for (Watched each : all) {
      if (now - each.end > 0) {
        each.abort();
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      // Only a container that shuts down interrupts the thread; connections stay watched.
    }
  }
}
