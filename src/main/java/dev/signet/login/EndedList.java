package dev.signet.login;

import dev.signet.SessionStoreException;
import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This server's copy of the list of ended log-ins. One request at a time brings it up to date, if
 * it is too old; others wait for that. Thread-safe.
 */
final class EndedList {

  /** Beyond this number of ended log-ins, the store is asked for each log-in. */
  private static final int MAX_KNOWN = 200_000;

  /** How long requests fail without asking after the store has failed. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration RETRY = Duration.ofHours(1);

  private static final long NEVER = Long.MIN_VALUE;

  private final LoginStore store;
  private final Clock clock;
  private final long delay;
  private final Duration timeout;
  private final int maxKnown;

  private final ReentrantLock asking = new ReentrantLock();
  private final Map<String, Instant> ended = new ConcurrentHashMap<>();
  private volatile long generation;
  private volatile @Nullable Instant overflowedAt;

  /** When the store was last asked, in milliseconds since the epoch. */
  private volatile long askedAt = NEVER;

  private volatile long startOfAnswer;
  private volatile long endOfFailure;
  private volatile @Nullable Instant failedAt;
  private volatile @Nullable RuntimeException failure;
  private @Nullable String cursor;

  EndedList(LoginStore store, Clock clock, Duration delay, Duration timeout) {
    this(store, clock, delay, timeout, MAX_KNOWN);
  }

  EndedList(LoginStore store, Clock clock, Duration delay, Duration timeout, int maxKnown) {
    this.store = store;
    this.clock = clock;
    this.delay = delay.toMillis();
    this.timeout = timeout;
    this.maxKnown = maxKnown;
    this.startOfAnswer = System.nanoTime();
    this.endOfFailure = startOfAnswer;
  }

  /** Returns the number that grows whenever all log-ins end, as known. */
  long generation() {
    return generation;
  }

  /** Returns whether this server knows that a log-in has ended. Does not use the store. */
  boolean isKnown(String id) {
    long current = generation;
    return (current > 0 && LoginIds.generation(id) < current) || ended.containsKey(id);
  }

  /** Returns whether a log-in has ended, according to the last answer of the store. */
  boolean contains(String id) {
    return isKnown(id) || (overflowedAt != null && store.isEnded(id));
  }

  /** Records a log-in that this server has ended, unless the list is full. */
  void add(String id, Instant rememberUntil) {
    if (ended.size() < maxKnown) {
      ended.put(id, rememberUntil);
    } else if (overflowedAt == null) {
      overflowedAt = clock.instant();
    }
  }

  /**
   * Brings the list up to date if it is older than the delay.
   *
   * @throws RuntimeException if the store is down
   */
  void refresh() {
    Instant now = clock.instant();
    if (isDue(now.toEpochMilli())) {
      throwRecentFailure(now);
      ask();
    }
  }

  /** A clock that was set back must not make the list last longer. */
  private boolean isDue(long now) {
    long last = askedAt;
    return last == NEVER || now < last || now - last >= delay;
  }

  /**
   * Returns whether the list is complete, and not older than the delay.
   *
   * @param now the time, in milliseconds since the epoch
   */
  boolean isCurrent(long now) {
    return overflowedAt == null && !isDue(now);
  }

  /** A store that hangs must not make each request wait. */
  private void throwRecentFailure(Instant now) {
    RuntimeException failed = failure;
    Instant at = failedAt;
    if (failed != null && at != null && !now.isBefore(at) && now.isBefore(at.plus(PAUSE))) {
      throw failed;
    }
  }

  /**
   * Brings the list up to date. An answer to a question that was asked after the call is enough,
   * and so is a failure that ended after it: requests must not wait for a broken store in a queue.
   *
   * @throws RuntimeException if the store is down
   */
  void ask() {
    long arrival = System.nanoTime();
    lock();
    try {
      RuntimeException failed = failure;
      if (failed != null && endOfFailure - arrival >= 0) {
        throw failed;
      }
      if (askedAt == NEVER || startOfAnswer - arrival < 0) {
        askStore();
      }
    } finally {
      asking.unlock();
    }
  }

  /** One question may be under way, and another one before this one. */
  private void lock() {
    if (tryLock(timeout.multipliedBy(2))) {
      return;
    }
    throw new SessionStoreException(
        "The registry of log-ins did not answer another request within %s. Check that its server is running and reachable."
            .formatted(timeout.multipliedBy(2)),
        null);
  }

  /** An interrupted thread waits too, which is bounded, and stays interrupted. */
  private boolean tryLock(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return asking.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void askStore() {
    long start = System.nanoTime();
    Instant now = clock.instant();
    try {
      take(store.endedSince(isDueForAll(now) ? null : cursor), now);
    } catch (RuntimeException e) {
      failure = e;
      failedAt = clock.instant();
      endOfFailure = System.nanoTime();
      throw e;
    }
    failure = null;
    startOfAnswer = start;
    askedAt = now.toEpochMilli();
  }

  /** The whole list may be long, so one that did not fit is seldom tried again. */
  private boolean isDueForAll(Instant now) {
    Instant last = overflowedAt;
    return last != null && !now.isBefore(last.plus(RETRY));
  }

  private void take(EndedLogins news, Instant now) {
    boolean isAll = cursor == null || isDueForAll(now);
    ended.values().removeIf(until -> !now.isBefore(until));
    long added = news.ended().keySet().stream().filter(id -> !ended.containsKey(id)).count();
    boolean fits = added + ended.size() <= maxKnown;
    if (fits) {
      ended.putAll(news.ended());
    }
    if (!fits) {
      overflowedAt = now;
    } else if (isAll) {
      overflowedAt = null;
    }
    cursor = news.cursor();
    generation = Math.max(generation, news.generation());
  }
}
