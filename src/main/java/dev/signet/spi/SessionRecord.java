package dev.signet.spi;

import java.time.Instant;
import java.util.Map;

/**
 * A session as a store keeps it. Immutable; shows no value.
 *
 * @param attributes JSON text by name
 * @param expiresAt when it ends, in whole seconds
 * @param version the store's own mark of this state, which an update brings back in {@link
 *     SessionUpdate#base}; 0 where the store needs none
 */
public record SessionRecord(Map<String, String> attributes, Instant expiresAt, long version) {

  /** Copies the attributes. */
  public SessionRecord {
    attributes = Map.copyOf(attributes);
  }

  /** A session that no store has given a version yet. */
  public SessionRecord(Map<String, String> attributes, Instant expiresAt) {
    this(attributes, expiresAt, 0);
  }

  /** Tells whether its time is over. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "SessionRecord[%d attributes, until %s]".formatted(attributes.size(), expiresAt);
  }
}
