package dev.signet.json;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Scans UTF-8 text for bytes that a JSON string has to escape (RFC 8259, 7): the quotation mark,
 * the backslash and control characters. Reads eight bytes at a time.
 */
final class Utf8Scanner {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private Utf8Scanner() {}

  /** Returns the index of the first byte that has to be escaped, or the length of the text. */
  static int skip(byte[] text, int from) {
    int place = from;
    for (; place <= text.length - Long.BYTES; place += Long.BYTES) {
      long eight = (long) EIGHT.get(text, place);
      long others = (below(' ', eight) | same('"', eight) | same('\\', eight)) & HIGHEST_BITS;
      if (others != 0) {
        return place + Long.numberOfTrailingZeros(others) / Byte.SIZE;
      }
    }
    while (place < text.length && isPlain(text[place])) {
      place++;
    }
    return place;
  }

  /** Returns whether all bytes are ASCII. */
  static boolean areAscii(byte[] text) {
    long all = 0;
    int place = 0;
    for (; place <= text.length - Long.BYTES; place += Long.BYTES) {
      all |= (long) EIGHT.get(text, place);
    }
    for (; place < text.length; place++) {
      all |= text[place];
    }
    return (all & HIGHEST_BITS) == 0;
  }

  /** Returns whether a text contains an ASCII character. */
  static boolean contains(byte[] text, char character) {
    int place = 0;
    for (; place <= text.length - Long.BYTES; place += Long.BYTES) {
      if ((same(character, (long) EIGHT.get(text, place)) & HIGHEST_BITS) != 0) {
        return true;
      }
    }
    for (; place < text.length; place++) {
      if (text[place] == character) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a text contains one of three ASCII characters. */
  static boolean containsAny(byte[] text, char one, char two, char three) {
    int place = 0;
    for (; place <= text.length - Long.BYTES; place += Long.BYTES) {
      long eight = (long) EIGHT.get(text, place);
      long found = same(one, eight) | same(two, eight) | same(three, eight);
      if ((found & HIGHEST_BITS) != 0) {
        return true;
      }
    }
    for (; place < text.length; place++) {
      byte character = text[place];
      if (character == one || character == two || character == three) {
        return true;
      }
    }
    return false;
  }

  static boolean isPlain(int character) {
    return (character >= ' ' || character < 0) && character != '"' && character != '\\';
  }

  /** Sets the highest bit of the first byte below the limit; the bits after it are undefined. */
  private static long below(char limit, long eight) {
    return (eight - limit * EACH) & ~eight;
  }

  /** Sets the highest bit of the first byte equal to the character; later bits are undefined. */
  private static long same(char character, long eight) {
    long zeroWhereSame = eight ^ (character * EACH);
    return (zeroWhereSame - EACH) & ~zeroWhereSame;
  }
}
