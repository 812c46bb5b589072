package dev.signet.core;

import java.lang.reflect.Type;
import java.time.ZoneId;
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
final class FallbackType {

  private static final List<Class<?>> ASKED_FOR =
      List.of(
          List.class,
          SortedSet.class,
          Set.class,
          SortedMap.class,
          Map.class,
          Deque.class,
          ZoneId.class);

  private FallbackType() {}

  static Type of(Object fallback) {
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
