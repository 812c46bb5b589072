package dev.signet.store.redis;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Sessions to keep. */
final class Sessions {

  /** In the year 2096. */
  static final Instant LATER = Instant.ofEpochSecond(4_000_000_000L);

  /** In the year 2001. */
  static final Instant OVER = Instant.ofEpochSecond(1_000_000_000L);

  private static final SecureRandom RANDOM = new SecureRandom();

  private Sessions() {}

  static SessionId id() {
    return SessionId.random(RANDOM);
  }

  static SessionRecord session(Map<String, String> attributes) {
    return new SessionRecord(attributes, LATER);
  }

  static SessionUpdate put(String name, String content) {
    return change(Map.of(name, content), Set.of());
  }

  static SessionUpdate remove(String... names) {
    return change(Map.of(), Set.of(names));
  }

  static SessionUpdate change(Map<String, String> put, Set<String> removed) {
    return new SessionUpdate(session(Map.of()), put, removed, LATER);
  }
}
