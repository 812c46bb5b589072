package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Builds a token, between two other texts, in one array of the final length. Not thread-safe. */
final class TokenText {

  private final byte[] bytes;
  private final String after;
  private int length;

  /**
   * @param before the text before the token, in ASCII
   * @param tokenLength the length of the token
   * @param after the text after it, in ASCII
   */
  TokenText(String before, int tokenLength, String after) {
    this.bytes = new byte[before.length() + tokenLength + after.length()];
    this.after = after;
    add(before.getBytes(ISO_8859_1));
  }

  TokenText add(byte[] ascii) {
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  TokenText add(char ascii) {
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Returns the array, of which the first {@link #length} bytes are written. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Returns the whole text; must be the last call. */
  String finish() {
    return new String(add(after.getBytes(ISO_8859_1)).bytes, ISO_8859_1);
  }
}
