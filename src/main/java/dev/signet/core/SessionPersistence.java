package dev.signet.core;

import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the content of sessions is between two requests. Safe for use by many threads.
 *
 * <p>Methods that ask a store throw {@link dev.signet.SessionStoreException} where it fails.
 */
public sealed interface SessionPersistence permits CookiePersistence, StorePersistence {

  /** Tells whether the content travels in the cookie, and so has to fit into it. */
  boolean travels();

  /** Tells whether a token is of the kind that is made here. */
  boolean knows(Claims token);

  /** Returns the session of a token that is valid, or null where it has ended. */
  @Nullable Origin load(Claims token);

  /**
   * Keeps a session.
   *
   * @param origin what it came as; null where it is new
   * @param now the claims and attributes it has now
   * @param changes what is different; what was removed is null
   * @param renewed whether it has to be called by another name from now on
   * @return what it is from now on, with what its token says; null where it has ended meanwhile
   */
  @Nullable Origin keep(
      @Nullable Origin origin, Claims now, Map<String, @Nullable RawJson> changes, boolean renewed);

  /** Ends a session. */
  void end(Origin origin);
}
