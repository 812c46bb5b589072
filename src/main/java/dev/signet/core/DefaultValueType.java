package dev.signet.core;

import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The type that somebody asks for who names a fallback: what can be read, not what it happens to
 * be.
 */
final class DefaultValueType {

  private static final List<Class<?>> ASKED_FOR =
      List.of(
          List.class,
          SortedSet.class,
          Set.class,
          SortedMap.class,
          Map.class,
          Deque.class,
          ZoneId.class);

  private DefaultValueType() {}

  /**
   * Tells whether a collection that was named can do what the one that was read cannot, so that it
   * has to be of the very class.
   */
  static boolean isMoreThan(Object value, Object fallback) {
    Class<?> type = fallback.getClass();
    return (value instanceof Collection || value instanceof Map)
        && Modifier.isPublic(type.getModifiers())
        && !type.isInstance(value);
  }

  static Type of(Object fallback) {
    if (fallback instanceof Number || fallback instanceof String || fallback instanceof Boolean) {
      return fallback.getClass(); // by far the most, and searching takes its time
    }
    if (fallback instanceof Enum<?> constant) {
      return constant.getDeclaringClass();
    }
    for (Class<?> type : ASKED_FOR) {
      if (type.isInstance(fallback)) {
        return type;
      }
    }
    return fallback.getClass();
  }
}
