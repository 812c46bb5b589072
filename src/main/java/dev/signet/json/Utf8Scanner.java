package dev.signet.json;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Bytes that stand for themselves in a JSON string (RFC 8259, 7): all but the quotation mark, the
 * backslash and control characters. Looks at eight of them at a time.
 */
final class Utf8Scanner {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private Utf8Scanner() {}

  /** Returns the place of the first other one, or where the text ends. */
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

  /** Tells whether all bytes are characters of ASCII. */
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

  /** Tells whether a text has a character of ASCII in it. */
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

  static boolean isPlain(int character) {
    return (character >= ' ' || character < 0) && character != '"' && character != '\\';
  }

  /** Sets the highest bit of the first byte that is less; what it says of later ones is nothing. */
  private static long below(char limit, long eight) {
    return (eight - limit * EACH) & ~eight;
  }

  /** Sets the highest bit of the first byte that is it; what it says of later ones is nothing. */
  private static long same(char character, long eight) {
    long zeroWhereSame = eight ^ (character * EACH);
    return (zeroWhereSame - EACH) & ~zeroWhereSame;
  }
}
