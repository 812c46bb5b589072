package dev.signet.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * A store for sessions on the server; the cookie then carries a signed id. An application's CDI
 * bean of this type replaces the store that {@code session.store} names.
 *
 * <p>{@code dev.signet.testing.StoreContract} checks what a store promises:
 *
 * <ul>
 *   <li>A session that was created or updated without an exception can be loaded, by every server
 *       that shares the store, until it expires, is deleted or moved.
 *   <li>Each method is atomic. Two concurrent updates that change different attributes both take
 *       effect.
 *   <li>After an exception the session is as before or wholly changed. An id that was moved away
 *       never reads the new data, and no entry without an expiry is left.
 *   <li>A session that was deleted, has expired or was moved away never comes back: updating or
 *       moving it changes nothing and returns {@code false}.
 *   <li>An expired session is not loaded, and disappears without further calls.
 *   <li>A store that is unavailable throws a {@link RuntimeException} within seconds, because a
 *       request waits for it. Exceptions are for failures of the system; an absent session is not
 *       one.
 * </ul>
 *
 * <p>The values of attributes are JSON text that a store must not interpret. Names are any text,
 * including the empty one. The signature of the cookie is verified before a store gets its id.
 * Implementations must be thread-safe. No argument and no element is null.
 */
public interface SessionStore {

  /** How long a store remembers that a session was moved. */
  Duration MOVE_REMEMBERED = Duration.ofMinutes(1);

  /** Returns a session, or empty if it does not exist or has expired. */
  Optional<SessionRecord> load(SessionId id);

  /**
   * Stores a new session.
   *
   * @param id an id that was not used before
   * @param session the state to store; a later update may name it as its base, with its version
   */
  void create(SessionId id, SessionRecord session);

  /**
   * Changes a session if it exists.
   *
   * @return whether it existed
   */
  boolean update(SessionId id, SessionUpdate update);

  /**
   * Changes a session if it exists and gives it another id. The old id is invalid afterwards.
   *
   * @param id the current id
   * @param renewed the new id, made by {@link SessionId#next} of the current one
   * @return whether the session existed
   */
  boolean move(SessionId id, SessionId renewed, SessionUpdate update);

  /**
   * Deletes a session if it exists.
   *
   * @return whether it existed
   */
  boolean delete(SessionId id);

  /**
   * Returns whether a session was moved away from an id within {@link #MOVE_REMEMBERED}. Called if
   * a request needs a cookie and {@link #load} or {@link #delete} did not find its session: a
   * request that was sent before the browser got the cookie of a log-in must not replace it.
   *
   * <p>A store that remembers moves does so as a part of {@link #move}, so that an id which is no
   * longer found is already remembered. It may forget a move when the session is moved again or
   * ends. The default implementation remembers nothing.
   */
  default boolean wasMoved(SessionId id) {
    return false;
  }
}
