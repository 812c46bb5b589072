package dev.signet.spi;

import java.util.Optional;

/**
 * Keeps sessions on the server; the cookie then carries a signed id. An application's own CDI bean
 * of this type takes the place of what {@code session.store} names.
 *
 * <p>What a store promises, and {@code dev.signet.testing.StoreContract} checks:
 *
 * <ul>
 *   <li>What was created or updated without an exception is loaded afterwards, by every server that
 *       shares the store, until it expires, is deleted or moved.
 *   <li>Each method is atomic, and two updates at once that change different attributes both win.
 *   <li>What was deleted, has expired or was moved away never comes back: an update or move of it
 *       changes nothing and answers {@code false}.
 *   <li>An expired session is not loaded, and disappears by itself some time.
 *   <li>A store that cannot answer throws, any {@link RuntimeException}, within seconds: a request
 *       waits for it. An exception is for failures of the system only; a session that is not there
 *       is none. What an update that failed has changed is unknown.
 * </ul>
 *
 * <p>The values of attributes are JSON text and not to be looked into; names are any text, also an
 * empty one. Ids come from cookies whose signature was verified. Implementations are safe for use
 * by many threads. No argument and no element is null.
 */
public interface SessionStore {

  /** Returns a session, or empty where there is none of that id or its time is over. */
  Optional<SessionRecord> load(SessionId id);

  /**
   * Keeps a session that just began.
   *
   * @param id a fresh id
   * @param session what to keep; a later update may name it as its base, with the version it has
   */
  void create(SessionId id, SessionRecord session);

  /**
   * Changes a session that still is there.
   *
   * @return whether it was there
   */
  boolean update(SessionId id, SessionUpdate update);

  /**
   * Changes a session that still is there and gives it another id; the one it had is worth nothing
   * from then on.
   *
   * @param id the id it has
   * @param renewed the id it gets, a fresh one
   * @return whether it was there
   */
  boolean move(SessionId id, SessionId renewed, SessionUpdate update);

  /** Ends a session; nothing happens where there is none. */
  void delete(SessionId id);
}
