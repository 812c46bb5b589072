package dev.signet.core;

import dev.signet.SessionAttributeException;
import dev.signet.json.JsonCodec;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flash values that a request reads. Each is kept in an attribute of its own, so that a store
 * merges those of several requests. Not thread-safe.
 */
final class Flashes {

  private static final String PREFIX = ReservedNames.PREFIX + "flash.";

  private final JsonCodec json;
  private final Attributes attributes;

  /** The values that were read, and so removed from the session, by name. */
  private final Map<String, Attribute> read = new HashMap<>();

  Flashes(JsonCodec json, Attributes attributes) {
    this.json = json;
    this.attributes = attributes;
  }

  /** Returns the name of the attribute that holds a flash value. */
  static String key(String name) {
    return PREFIX + name;
  }

  /** Returns whether an attribute holds a flash value. */
  static boolean isKey(String key) {
    return key.startsWith(PREFIX);
  }

  /** Returns whether reading a value would remove it from the session. */
  boolean isUnread(String name) {
    return attributes.containsKey(key(name));
  }

  /**
   * Returns a value, and removes it from the attributes.
   *
   * @param type the type to read; {@code Object.class} for an untyped value
   * @return the value, or null if there is none
   * @throws SessionAttributeException if it is not of that type; it is not removed
   */
  @Nullable Object take(String name, Type type) {
    String key = key(name);
    Attribute unread = attributes.find(key);
    Attribute attribute = unread == null ? read.get(name) : unread;
    if (attribute == null) {
      return null;
    }
    Object value = attribute.get(json, key, type);
    if (unread != null) {
      attributes.remove(key);
      read.put(name, unread);
    }
    return value;
  }

  /** Forgets a value that was read, because another one replaces it. */
  void forget(String name) {
    read.remove(name);
  }
}
