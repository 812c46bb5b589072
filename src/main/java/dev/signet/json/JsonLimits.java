package dev.signet.json;

/**
 * The limits of JSON text, the same for writing and reading, so that everything that is written can
 * be read. Lengths are in bytes of JSON text, which is never less than the parser counts.
 */
final class JsonLimits {

  /** The maximum depth of an attribute. */
  static final int MAX_DEPTH = 64;

  /** The claims have two levels around an attribute. */
  static final int MAX_DEPTH_OF_CLAIMS = MAX_DEPTH + 2;

  /** The maximum length of a number, with sign and exponent. */
  static final int MAX_NUMBER_LENGTH = 4096;

  /** The maximum length of an attribute's name and of a name in an object. */
  static final int MAX_NAME_LENGTH = 50_000;

  /** The parser counts names in steps of four bytes. */
  static final int NAME_ROUNDING = 4;

  /** The maximum length of a string. */
  static final int MAX_STRING_LENGTH = 20_000_000;

  private static final int SURROGATE_ESCAPE = 4;

  private JsonLimits() {}

  /**
   * Checks a text that the mapper wrote: limits of length, no NaN and no infinite number (RFC 8259,
   * 6), and no unpaired surrogate, which the mapper escapes and cannot read in names.
   *
   * @throws ValueRefusedException if it cannot be read back
   */
  static void check(byte[] text) {
    if (text.length <= MAX_NUMBER_LENGTH && !Utf8Scanner.containsAny(text, '\\', 'N', 'I')) {
      return;
    }
    int place = 0;
    while (place < text.length) {
      byte character = text[place];
      if (character == '"') {
        place = checkString(text, place + 1);
      } else if (character == 'N' || character == 'I') {
        throw new ValueRefusedException("JSON has neither NaN nor Infinity");
      } else if (character == '-' || (character >= '0' && character <= '9')) {
        place = checkNumber(text, place);
      } else {
        place++;
      }
    }
  }

  /** Checks a text of strings and short integers only, and returns it. */
  static RawJson checkStrings(RawJson text) {
    if (text.length() > MAX_NAME_LENGTH) {
      check(text.bytes());
    }
    return text;
  }

  /** Returns whether a name is short enough. */
  static boolean isValidName(String name) {
    return name.length() <= MAX_NAME_LENGTH / 6
        || JsonCodec.nameLength(name) - 2 <= MAX_NAME_LENGTH;
  }

  private static int checkString(byte[] text, int start) {
    int end = Utf8Scanner.skip(text, start);
    while (text[end] != '"') {
      if (text[end] == '\\' && text[end + 1] == 'u' && isSurrogate(text, end + 2)) {
        throw new ValueRefusedException("a string has an unpaired surrogate");
      }
      end = Utf8Scanner.skip(text, end + (text[end] == '\\' ? 2 : 1));
    }
    boolean name = end + 1 < text.length && text[end + 1] == ':';
    requireLength(end - start, name ? MAX_NAME_LENGTH : MAX_STRING_LENGTH, name);
    return end + 1;
  }

  private static boolean isSurrogate(byte[] text, int place) {
    return place + SURROGATE_ESCAPE <= text.length
        && (text[place] == 'D' || text[place] == 'd')
        && text[place + 1] >= '8';
  }

  private static void requireLength(int length, int limit, boolean name) {
    if (length > limit) {
      throw new ValueRefusedException(
          "a %s has more than %d bytes".formatted(name ? "name" : "string", limit));
    }
  }

  private static int checkNumber(byte[] text, int start) {
    int end = start + 1;
    while (end < text.length && isPartOfNumber(text[end])) {
      end++;
    }
    if (end - start > MAX_NUMBER_LENGTH) {
      throw new ValueRefusedException(
          "a number has more than %d characters".formatted(MAX_NUMBER_LENGTH));
    }
    return end;
  }

  private static boolean isPartOfNumber(byte character) {
    return (character >= '0' && character <= '9')
        || character == '.'
        || character == '-'
        || character == '+'
        || character == 'E'
        || character == 'e';
  }
}
