package dev.signet.core;

import dev.signet.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What looking for the session in a request gave.
 *
 * @param origin what it came as; null where the request brings none that is valid
 * @param presented whether there was a cookie of the name at all
 * @param needsReseal whether a previous key sealed it, or in the other way
 * @param now when it was looked at, in seconds since the epoch
 */
record Opening(@Nullable Origin origin, boolean presented, boolean needsReseal, long now) {

  /** Returns what the session held when it came. */
  Map<String, RawJson> attributes() {
    return origin == null ? Map.of() : origin.claims().attributes();
  }

  /** Returns when the session began. */
  long createdAt() {
    return origin == null ? now : origin.claims().createdAt();
  }
}
