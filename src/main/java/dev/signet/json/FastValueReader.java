package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that are in most sessions as the mapper reads what nobody named a type for, at a
 * fraction of its cost: compact text that is known to be JSON, with strings that have no escapes
 * and integers that are not large. All others it leaves to the mapper.
 */
final class FastValueReader {

  /** So many digits are a long in any case. */
  private static final int MAX_DIGITS = 18;

  /** What lists and maps in sessions have room for at first; most have no more. */
  private static final int FEW = 4;

  /** So many names are remembered at most; a power of two. */
  private static final int NAMES = 16;

  private final byte[] source;
  private final int end;
  private int position;
  private int maps;

  /** Those of the maps after the first. */
  private @Nullable String @Nullable [] names;

  private FastValueReader(RawJson text) {
    this.source = text.source();
    this.position = text.start();
    this.end = text.start() + text.length();
  }

  /** Returns the value, or null where the mapper has to read it. */
  static @Nullable Object read(RawJson text) {
    return new FastValueReader(text).value();
  }

  private @Nullable Object value() {
    return switch (source[position]) {
      case '"' -> string();
      case '[' -> list();
      case '{' -> map();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      default -> integer();
    };
  }

  private @Nullable String string() {
    int start = position + 1;
    int stop = Utf8Scanner.skip(source, start);
    if (source[stop] != '"') {
      return null;
    }
    position = stop + 1;
    return new String(source, start, stop - start, UTF_8);
  }

  /** Maps in a list mostly have the same names, which need not be made again and again. */
  private @Nullable String name() {
    if (maps == 1) {
      return string();
    }
    int start = position + 1;
    int stop = Utf8Scanner.skip(source, start);
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

  /** Tells whether a name is what stands between two places. */
  private boolean isAt(String name, int start, int stop) {
    if (source[stop] != '"' || name.length() != stop - start) {
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
    List<Object> list = new ArrayList<>(FEW);
    position++;
    while (!closes(']', list.isEmpty())) {
      Object value = value();
      if (value == null) {
        return null;
      }
      list.add(value);
    }
    return list;
  }

  private @Nullable Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>(FEW);
    maps++;
    position++;
    while (!closes('}', map.isEmpty())) {
      String name = source[position] == '"' ? name() : null;
      if (name == null || source[position++] != ':') {
        return null;
      }
      Object value = value();
      if (value == null) {
        return null;
      }
      map.put(name, value);
    }
    return map;
  }

  /** Goes over the bracket that closes, or over the comma before the next value. */
  private boolean closes(char bracket, boolean first) {
    boolean closes = source[position] == bracket;
    if (closes || (!first && source[position] == ',')) {
      position++;
    }
    return closes;
  }

  private Object literal(String text, boolean value) {
    position += text.length();
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
