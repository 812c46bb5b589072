package dev.signet.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads common values without the mapper, with the same result at a fraction of the cost: compact
 * JSON text of strings without escapes, integers of at most 18 digits, booleans, and lists and maps
 * of these, nested at most 16 levels. Returns null for any other text, valid or not, which the
 * mapper then reads or refuses.
 */
final class FastValueReader {

  /** The number of digits that always fit into a long. */
  private static final int MAX_DIGITS = 18;

  /** The maximum depth; the mapper reads or refuses deeper values. */
  private static final int MAX_DEPTH = 16;

  /** The initial capacity of lists and maps; most in sessions are not larger. */
  private static final int CAPACITY = 4;

  /** The size of the cache of names; a power of two. */
  private static final int NAMES = 16;

  private static final byte[] TRUE = "true".getBytes(US_ASCII);
  private static final byte[] FALSE = "false".getBytes(US_ASCII);

  private final byte[] source;
  private final int end;
  private int position;
  private int depth;
  private int maps;

  /** The names of all maps after the first. */
  private @Nullable String @Nullable [] names;

  private FastValueReader(RawJson text) {
    this.source = text.source();
    this.position = text.start();
    this.end = text.start() + text.length();
  }

  /**
   * Returns the value of the whole text, or null if the mapper has to read it.
   *
   * @param text UTF-8 text, not necessarily JSON
   */
  static @Nullable Object read(RawJson text) {
    var reader = new FastValueReader(text);
    Object value = reader.value();
    return reader.position == reader.end ? value : null;
  }

  private @Nullable Object value() {
    if (position >= end) {
      return null;
    }
    return switch (source[position]) {
      case '"' -> string();
      case '[' -> depth < MAX_DEPTH ? list() : null;
      case '{' -> depth < MAX_DEPTH ? map() : null;
      case 't' -> literal(TRUE, true);
      case 'f' -> literal(FALSE, false);
      default -> integer();
    };
  }

  private boolean is(char character, int place) {
    return place < end && source[place] == character;
  }

  private @Nullable String string() {
    int start = position + 1;
    int stop = Utf8Scanner.skip(source, start);
    if (!is('"', stop)) {
      return null;
    }
    position = stop + 1;
    return new String(source, start, stop - start, UTF_8);
  }

  /** Maps in a list mostly have the same names, so the strings are reused. */
  private @Nullable String name() {
    if (maps == 1) {
      return string();
    }
    int start = position + 1;
    int stop = Utf8Scanner.skip(source, start);
    if (!is('"', stop)) {
      return null;
    }
    int place = (source[start] + 31 * source[stop - 1] + stop - start) & (NAMES - 1);
    if (names == null) {
      names = new String[NAMES];
    }
    String known = names[place];
    if (known != null && isAt(known, start, stop)) {
      position = stop + 1;
      return known;
    }
    String name = string();
    names[place] = name;
    return name;
  }

  /** Returns whether a name is the text between two places. */
  private boolean isAt(String name, int start, int stop) {
    if (name.length() != stop - start) {
      return false;
    }
    for (int i = start; i < stop; i++) {
      if (name.charAt(i - start) != source[i]) {
        return false;
      }
    }
    return true;
  }

  private @Nullable List<Object> list() {
    List<Object> list = new ArrayList<>(CAPACITY);
    depth++;
    position++;
    while (!is(']', position)) {
      if (!list.isEmpty() && !skipComma()) {
        return null;
      }
      Object value = value();
      if (value == null) {
        return null;
      }
      list.add(value);
    }
    depth--;
    position++;
    return list;
  }

  private @Nullable Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>(CAPACITY);
    depth++;
    maps++;
    position++;
    while (!is('}', position)) {
      if (!map.isEmpty() && !skipComma()) {
        return null;
      }
      String name = is('"', position) ? name() : null;
      if (name == null || !is(':', position++)) {
        return null;
      }
      Object value = value();
      if (value == null) {
        return null;
      }
      map.put(name, value);
    }
    depth--;
    position++;
    return map;
  }

  /** Skips the comma before the next value; no bracket may follow it. */
  private boolean skipComma() {
    return is(',', position++) && !is(']', position) && !is('}', position);
  }

  private @Nullable Object literal(byte[] text, boolean value) {
    int stop = position + text.length;
    if (stop > end || !Arrays.equals(source, position, stop, text, 0, text.length)) {
      return null;
    }
    position = stop;
    return value;
  }

  private @Nullable Number integer() {
    boolean negative = source[position] == '-';
    int start = negative ? position + 1 : position;
    int stop = start;
    long value = 0;
    while (stop < end && isDigit(source[stop])) {
      value = 10 * value + source[stop++] - '0';
    }
    position = stop;
    boolean whole = stop == end || source[stop] == ',' || isClosing(source[stop]);
    if (!whole || stop == start || stop - start > MAX_DIGITS) {
      return null;
    }
    if (source[start] == '0' && stop > start + 1) {
      return null; // a leading zero (RFC 8259, 6)
    }
    value = negative ? -value : value;
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isClosing(byte character) {
    return character == ']' || character == '}';
  }
}
