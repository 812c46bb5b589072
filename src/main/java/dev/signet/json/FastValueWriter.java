package dev.signet.json;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values that are in most sessions as the mapper writes them, at a fraction of its cost:
 * strings, integers, booleans, and the platform's own lists and maps of such. All others it leaves
 * to the mapper; an annotation on a type may say how that is to be written.
 */
final class FastValueWriter {

  /** Deeper ones are for the mapper, which knows how deep is too deep. */
  private static final int MAX_DEPTH = 16;

  /** The bytes most lists and maps in sessions take at most. */
  private static final int ROOM = 96;

  private static final Module PLATFORM = Object.class.getModule();

  private FastValueWriter() {}

  /**
   * Returns the text of a value, or null where the mapper has to write it.
   *
   * @throws IllegalArgumentException if a string has half of a surrogate pair
   */
  static byte @Nullable [] write(Object value) {
    var text = new Utf8Builder(room(value));
    return add(text, value, 0) ? text.text() : null;
  }

  private static int room(Object value) {
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
      return (value instanceof Map<?, ?> map && addMap(text, map, depth + 1))
          || (value instanceof List<?> list && addList(text, list, depth + 1));
    } else {
      return false;
    }
    return true;
  }

  /** Tells whether a value is written as one piece, or is null, and cannot change. */
  static boolean isScalar(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean;
  }

  /** Tells whether a value is of a type that nobody can have annotated, and not too deep. */
  static boolean isJdkType(Object value, int depth) {
    return depth < MAX_DEPTH
        && value.getClass().getModule() == PLATFORM
        && !(value instanceof Properties); // which the mapper takes for strings only
  }

  private static boolean addList(Utf8Builder text, List<?> list, int depth) {
    char separator = '[';
    for (Object element : list) {
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
