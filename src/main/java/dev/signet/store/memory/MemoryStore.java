package dev.signet.store.memory;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory with a maximum number of sessions. A new session replaces the least recently
 * used one if the store is full. A restart ends all sessions. Thread-safe.
 */
public final class MemoryStore implements SessionStore {

  private static final float LOAD_FACTOR = 0.75f;
  private static final int INITIAL_CAPACITY = 64;

  private final int maxSessions;
  private final Clock clock;

  /** Least recently used first. */
  private final Map<SessionId, SessionRecord> sessions =
      new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);

  /** When sessions were moved away from an id, the oldest first. */
  private final Map<SessionId, Instant> moved = new LinkedHashMap<>();

  /**
   * @param maxSessions the maximum number of sessions
   * @param clock the clock that expiration times are compared with
   */
  public MemoryStore(int maxSessions, Clock clock) {
    this.maxSessions = maxSessions;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<SessionRecord> load(SessionId id) {
    return Optional.ofNullable(current(id));
  }

  private @Nullable SessionRecord current(SessionId id) {
    SessionRecord session = sessions.get(id);
    if (session != null && session.isExpired(clock.instant())) {
      sessions.remove(id);
      return null;
    }
    return session;
  }

  @Override
  public synchronized void create(SessionId id, SessionRecord session) {
    makeRoom();
    sessions.put(id, session);
  }

  /** Removes expired sessions from the least recently used end, and at least one if full. */
  private void makeRoom() {
    Instant now = clock.instant();
    Iterator<SessionRecord> leastUsed = sessions.values().iterator();
    while (leastUsed.hasNext()
        && (leastUsed.next().isExpired(now) || sessions.size() >= maxSessions)) {
      leastUsed.remove();
    }
  }

  @Override
  public synchronized boolean update(SessionId id, SessionUpdate update) {
    return move(id, id, update);
  }

  @Override
  public synchronized boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    SessionRecord session = current(id);
    if (session == null) {
      return false;
    }
    sessions.remove(id);
    sessions.put(renewed, update.applyTo(session));
    if (!id.equals(renewed)) {
      forgetMoves();
      moved.put(id, clock.instant());
    }
    return true;
  }

  /** Removes what is too old, and the oldest if there are too many. */
  private void forgetMoves() {
    Instant oldest = clock.instant().minus(MOVE_REMEMBERED);
    Iterator<Instant> times = moved.values().iterator();
    while (times.hasNext() && (!times.next().isAfter(oldest) || moved.size() >= maxSessions)) {
      times.remove();
    }
  }

  @Override
  public synchronized boolean delete(SessionId id) {
    boolean exists = current(id) != null;
    sessions.remove(id);
    return exists;
  }

  @Override
  public synchronized boolean wasMoved(SessionId id) {
    Instant time = moved.get(id);
    return time != null && clock.instant().isBefore(time.plus(MOVE_REMEMBERED));
  }
}
