package dev.signet.store.redis;

import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Converts sessions to and from Redis hashes. A hash has a field for each attribute, its name
 * prefixed with {@code a}, and the field {@code e} with the second in which the session ends. That
 * field keeps the key when the last attribute is removed, and makes reading the TTL unnecessary. A
 * hash with the field {@link #MOVED} instead marks an id that a session was moved away from.
 */
final class SessionHash {

  private static final String ATTRIBUTE = "a";
  private static final String END = "e";

  /** The field that marks an id whose session was moved. */
  static final String MOVED = "m";

  private SessionHash() {}

  /** Returns the session in a hash, or empty if absent. */
  static Optional<SessionRecord> read(Map<String, String> hash) {
    String end = hash.get(END);
    if (end == null) {
      return Optional.empty();
    }
    Map<String, String> attributes = new HashMap<>();
    hash.forEach(
        (field, content) -> {
          if (field.startsWith(ATTRIBUTE)) {
            attributes.put(field.substring(ATTRIBUTE.length()), content);
          }
        });
    return Optional.of(new SessionRecord(attributes, Instant.ofEpochSecond(Long.parseLong(end))));
  }

  /** Returns the arguments of {@link LuaScripts#CREATE}. */
  static List<String> arguments(SessionRecord session) {
    return arguments(session.attributes(), Set.of(), session.expiresAt());
  }

  /** Returns the arguments of {@link LuaScripts#UPDATE} and {@link LuaScripts#MOVE}. */
  static List<String> arguments(SessionUpdate update) {
    return arguments(update.put(), update.removed(), update.expiresAt());
  }

  private static List<String> arguments(
      Map<String, String> put, Set<String> removed, Instant expiresAt) {
    List<String> arguments = new ArrayList<>(3 + 2 * put.size() + removed.size());
    arguments.add(Long.toString(expiresAt.getEpochSecond()));
    arguments.add(Long.toString(Instant.now().plus(SessionStore.MOVE_REMEMBERED).getEpochSecond()));
    arguments.add(Integer.toString(put.size()));
    put.forEach(
        (name, content) -> {
          arguments.add(ATTRIBUTE + name);
          arguments.add(content);
        });
    removed.forEach(name -> arguments.add(ATTRIBUTE + name));
    return arguments;
  }
}
