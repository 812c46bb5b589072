package dev.signet.spi;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one request changed in a session. Immutable; shows no value.
 *
 * @param base the session as it was loaded or created in that request, never another one; others
 *     may have changed it since
 * @param put the attributes that were added or changed, JSON text by name
 * @param removed the names of those that were removed; none of them is put
 * @param expiresAt when the session ends from now on, in whole seconds
 */
public record SessionUpdate(
    SessionRecord base, Map<String, String> put, Set<String> removed, Instant expiresAt) {

  /** Copies the collections. */
  public SessionUpdate {
    put = Map.copyOf(put);
    removed = Set.copyOf(removed);
  }

  /**
   * Returns a session after this change: what others have changed since it was loaded stays.
   *
   * @param current the session as it is now
   */
  public SessionRecord applyTo(SessionRecord current) {
    Map<String, String> attributes = new HashMap<>(current.attributes());
    attributes.keySet().removeAll(removed);
    attributes.putAll(put);
    return new SessionRecord(attributes, expiresAt, current.version() + 1);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "SessionUpdate[%d put, %d removed]".formatted(put.size(), removed.size());
  }
}
