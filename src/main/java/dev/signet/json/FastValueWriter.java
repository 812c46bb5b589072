package dev.signet.json;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes common values without the mapper, with the same result at a fraction of the cost: strings,
 * integers, booleans, and lists, sets and maps of these whose classes belong to the JDK. Returns
 * null for other values, whose types may have annotations for the mapper.
 */
final class FastValueWriter {

  /** The maximum depth; the mapper writes or refuses deeper values. */
  private static final int MAX_DEPTH = 16;

  /** The initial capacity in bytes for lists, sets and maps; most in sessions are not larger. */
  private static final int ROOM = 96;

  private static final Module JDK = Object.class.getModule();

  private FastValueWriter() {}

  /**
   * Returns the text of a value, or null if the mapper has to write it.
   *
   * @throws IllegalArgumentException if a string has an unpaired surrogate
   */
  static byte @Nullable [] write(Object value) {
    RawJson text = write(value, new Utf8Builder(room(value)));
    return text == null ? null : text.bytes();
  }

  /**
   * Returns the text of a value, which is added to a buffer; null if the mapper has to write it.
   *
   * @throws IllegalArgumentException if a string has an unpaired surrogate
   */
  static @Nullable RawJson write(Object value, Utf8Builder buffer) {
    int start = buffer.length();
    boolean isWritten = false;
    try {
      isWritten = add(buffer, value, 0);
      return isWritten ? buffer.since(start) : null;
    } finally {
      if (!isWritten) {
        buffer.truncate(start);
      }
    }
  }

  /** Returns the capacity in bytes of a buffer for one value. */
  static int room(Object value) {
    return value instanceof String string
        ? string.length() + 2
        : value instanceof Number ? Utf8Builder.MAX_NUMBER_LENGTH : ROOM;
  }

  private static boolean add(Utf8Builder text, @Nullable Object value, int depth) {
    if (value instanceof String string) {
      text.addQuoted(string);
    } else if (value instanceof Integer || value instanceof Long) {
      text.add(((Number) value).longValue());
    } else if (value instanceof Boolean || value == null) {
      text.add(String.valueOf(value));
    } else if (isJdkType(value, depth)) {
      return isArray(value)
          ? addArray(text, (Collection<?>) value, depth + 1)
          : value instanceof Map<?, ?> map && addMap(text, map, depth + 1);
    } else {
      return false;
    }
    return true;
  }

  /** Returns whether a value is null or an immutable scalar that this class writes. */
  static boolean isScalar(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean;
  }

  /** Returns whether a value's class belongs to the JDK, and the depth is not above the maximum. */
  static boolean isJdkType(Object value, int depth) {
    return depth < MAX_DEPTH
        && value.getClass().getModule() == JDK
        && !(value instanceof Properties) // the mapper writes their values as strings
        && !(value instanceof IdentityHashMap); // which may have equal keys
  }

  /**
   * Returns whether a value becomes a JSON array: a list or a set, but no other collection. A check
   * for a class is much faster than one for an interface that fails, so maps are sorted out first.
   */
  static boolean isArray(Object value) {
    return !(value instanceof AbstractMap) && (value instanceof List || value instanceof Set);
  }

  private static boolean addArray(Utf8Builder text, Collection<?> elements, int depth) {
    char separator = '[';
    for (Object element : elements) {
      if (!add(text.add(separator), element, depth)) {
        return false;
      }
      separator = ',';
    }
    text.add(separator == '[' ? "[]" : "]");
    return true;
  }

  private static boolean addMap(Utf8Builder text, Map<?, ?> map, int depth) {
    char separator = '{';
    for (var entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)
          || !add(text.add(separator).addQuoted(name).add(':'), entry.getValue(), depth)) {
        return false;
      }
      separator = ',';
    }
    text.add(separator == '{' ? "{}" : "}");
    return true;
  }
}
