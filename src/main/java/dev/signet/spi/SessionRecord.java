package dev.signet.spi;

import java.time.Instant;
import java.util.Map;

/**
 * The state of a session in a store. Immutable; {@code toString} shows no value.
 *
 * @param attributes JSON text by name
 * @param expiresAt the end of the session, in whole seconds
 * @param version the store's own mark of this state, which an update returns in {@link
 *     SessionUpdate#base}; 0 if the store needs none
 */
public record SessionRecord(Map<String, String> attributes, Instant expiresAt, long version) {

  /** Copies the attributes. */
  public SessionRecord {
    attributes = Map.copyOf(attributes);
  }

  /** Creates a state without a version. */
  public SessionRecord(Map<String, String> attributes, Instant expiresAt) {
    this(attributes, expiresAt, 0);
  }

  /** Returns whether the session has ended; it has at {@code expiresAt} itself. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Shows the number of attributes and the end. */
  @Override
  public String toString() {
    return "SessionRecord[%d attributes, until %s]".formatted(attributes.size(), expiresAt);
  }
}
