package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes without a pause and notes what was acknowledged. What failed may have been done or not:
 * that session is left alone from then on.
 */
final class Writer implements Runnable {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final RedisStore store;
  private final Map<SessionId, String> kept = new LinkedHashMap<>();
  private final List<SessionId> ended = new ArrayList<>();
  private final Set<SessionId> refused = new HashSet<>();
  private final Semaphore rounds = new Semaphore(0);
  private final Semaphore failures = new Semaphore(0);
  private final ReentrantLock round = new ReentrantLock(true);
  private volatile boolean finished;

  Writer(RedisStore store) {
    this.store = store;
  }

  @Override
  public void run() {
    while (!finished) {
      round.lock();
      try {
        round();
        rounds.release();
      } catch (SessionStoreException e) {
        failures.release();
        Thread.onSpinWait();
      } finally {
        round.unlock();
      }
    }
  }

  private void round() {
    SessionId updated = id();
    store.create(updated, session(Map.of("n", "0")));
    kept.put(updated, "0");
    keep(updated, updated, "1");

    SessionId renewed = updated.next(RANDOM);
    keep(updated, renewed, "2");

    SessionId deleted = id();
    store.create(deleted, session(Map.of("n", "0")));
    store.delete(deleted);
    ended.add(deleted);
    if (store.update(deleted, put("n", "1"))) {
      refused.add(deleted);
    }
  }

  private void keep(SessionId from, SessionId to, String content) {
    // From here on either may be there.
    kept.remove(from);
    boolean there =
        from.equals(to)
            ? store.update(from, put("n", content))
            : store.move(from, to, put("n", content));
    if (!there) {
      refused.add(from);
    }
    kept.put(to, content);
    if (!from.equals(to)) {
      ended.add(from);
    }
  }

  /** Waits for the end of a round; the next one begins after {@link #resume} by the same thread. */
  void pause() {
    round.lock();
  }

  void resume() {
    failures.drainPermits();
    round.unlock();
  }

  void awaitMoreRounds(int count) {
    rounds.drainPermits();
    await(rounds, count);
  }

  /** Waits for a failure since {@link #resume}, which may have been a moment ago. */
  void awaitFailure() {
    await(failures, 1);
  }

  private static void await(Semaphore counter, int count) {
    try {
      assertThat(counter.tryAcquire(count, 1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void finish() {
    finished = true;
  }

  /** Compares what was acknowledged with what is there; after the thread has ended. */
  void verify() {
    assertThat(refused).isEmpty();
    assertThat(kept).hasSizeGreaterThan(20);
    kept.forEach(
        (id, content) -> assertThat(store.load(id)).contains(session(Map.of("n", content))));
    assertThat(ended).hasSizeGreaterThan(40).noneMatch(id -> store.load(id).isPresent());
  }
}
