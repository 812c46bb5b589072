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
final class PlainValue {

  /** So many digits are a long in any case. */
  private static final int MAX_DIGITS = 18;

  /** What lists and maps in sessions have room for at first; most have no more. */
  private static final int FEW = 4;

  private final byte[] source;
  private final int end;
  private int position;

  private PlainValue(JsonText text) {
    this.source = text.source();
    this.position = text.start();
    this.end = text.start() + text.length();
  }

  /** Returns the value, or null where the mapper has to read it. */
  static @Nullable Object read(JsonText text) {
    return new PlainValue(text).value();
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
    int stop = start;
    while (source[stop] != '"') {
      if (source[stop++] == '\\') {
        return null;
      }
    }
    position = stop + 1;
    return new String(source, start, stop - start, UTF_8);
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
    position++;
    while (!closes('}', map.isEmpty())) {
      String name = source[position] == '"' ? string() : null;
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
    int start = negative ? ++position : position;
    long value = 0;
    for (; position < end && isDigit(source[position]); position++) {
      value = 10 * value + source[position] - '0';
    }
    boolean whole = position == end || source[position] == ',' || isClosing(source[position]);
    int digits = position - start;
    if (!whole || digits == 0 || digits > MAX_DIGITS) {
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
