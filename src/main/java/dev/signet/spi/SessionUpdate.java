package dev.signet.spi;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The changes of one request to a session. Immutable; {@code toString} shows no value.
 *
 * @param base the state that this request loaded or created; other requests may have changed the
 *     session since
 * @param put the attributes that were added or changed, JSON text by name
 * @param removed the names of the attributes that were removed; disjoint from {@code put}
 * @param expiresAt the new end of the session, in whole seconds
 */
public record SessionUpdate(
    SessionRecord base, Map<String, String> put, Set<String> removed, Instant expiresAt) {

  /** Copies the collections. */
  public SessionUpdate {
    put = Map.copyOf(put);
    removed = Set.copyOf(removed);
  }

  /**
   * Returns the state after these changes. Attributes that other requests have changed since the
   * session was loaded stay.
   *
   * @param current the state before these changes
   */
  public SessionRecord applyTo(SessionRecord current) {
    Map<String, String> attributes = new HashMap<>(current.attributes());
    attributes.keySet().removeAll(removed);
    attributes.putAll(put);
    return new SessionRecord(attributes, expiresAt, current.version() + 1);
  }

  /** Shows the numbers of attributes. */
  @Override
  public String toString() {
    return "SessionUpdate[%d put, %d removed]".formatted(put.size(), removed.size());
  }
}
