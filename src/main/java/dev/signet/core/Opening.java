package dev.signet.core;

import dev.signet.json.Claims;
import org.jspecify.annotations.Nullable;

/**
 * What looking for the session in a request gave.
 *
 * @param claims the session's; null where the request brings none that is valid
 * @param presented whether there was a cookie of the name at all
 * @param outdated whether a previous key sealed it, or in the other way
 * @param now when it was looked at, in seconds since the epoch
 */
record Opening(@Nullable Claims claims, boolean presented, boolean outdated, long now) {

  /** Returns when the session began. */
  long startedAt() {
    return claims == null ? now : claims.startedAt();
  }
}
