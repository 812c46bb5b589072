package dev.signet.core;

import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the attributes of sessions are kept between two requests: in the cookie or in a store.
 * Thread-safe.
 *
 * <p>Methods that use a store throw {@link dev.signet.SessionStoreException} if it fails.
 */
public sealed interface SessionPersistence permits CookiePersistence, StorePersistence {

  /** Returns the limit for the size of the attributes; null if they have to fit into the cookie. */
  @Nullable SizeLimit sizeLimit();

  /** Returns whether a write is final before the response is sent, so that it cannot be undone. */
  boolean writesAtOnce();

  /** Returns whether every token carries the id of its session. */
  boolean needsId();

  /**
   * Returns a fresh, unguessable id.
   *
   * @param replaced the session whose id it replaces; one that does not exist for a new session
   */
  String newId(LoadedSession replaced);

  /** Returns whether this persistence issues tokens of that kind. */
  boolean accepts(Claims token);

  /**
   * Loads the session of a token that is valid.
   *
   * @param claims the claims of the token
   * @return the claims with the attributes, and the record in the store; null if the session has
   *     ended
   */
  @Nullable LoadedSession load(Claims claims, String token, boolean needsReseal, long now);

  /**
   * Saves a session under the id in its claims: creates it if {@code base} does not exist, moves it
   * if its id differs from that of {@code base}, and updates it otherwise.
   *
   * @param base the session that the changes were made to
   * @param claims the current claims and attributes; their token id is the id
   * @param changes the attributes that differ from {@code base}; null for each that was removed
   * @return the saved session with the claims of its token; null if it has ended since it was
   *     loaded
   */
  @Nullable LoadedSession save(
      LoadedSession base, Claims claims, Map<String, @Nullable RawJson> changes);

  /** Deletes a session and returns whether it existed. */
  boolean delete(LoadedSession session);

  /**
   * Returns whether the session of a token, which no longer exists, got another id a moment ago.
   */
  boolean wasRenewed(Claims token);
}
