package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * One JSON value as the UTF-8 text it is written in; a piece of a longer text, which is not copied.
 * Immutable as long as nobody changes the bytes. Shows no content.
 */
public final class RawJson {

  private final byte[] source;
  private final int start;
  private final int length;

  RawJson(byte[] source, int start, int length) {
    this.source = source;
    this.start = start;
    this.length = length;
  }

  /** Takes a whole text, which is a JSON value. */
  RawJson(byte[] text) {
    this(text, 0, text.length);
  }

  /** Returns what somebody else has kept as text. */
  public static RawJson of(String text) {
    return new RawJson(text.getBytes(UTF_8));
  }

  /** Returns the text for somebody else to keep. */
  public String content() {
    return substring(0, length);
  }

  /** Returns its length in bytes. */
  public int length() {
    return length;
  }

  byte[] source() {
    return source;
  }

  int start() {
    return start;
  }

  /** Returns the byte at a place, which is below the length. */
  byte at(int index) {
    return source[start + index];
  }

  /** Returns the text between two places. */
  String substring(int from, int to) {
    return new String(source, start + from, to - from, UTF_8);
  }

  /** Copies the text into a longer one and returns where it ends there. */
  int copyTo(byte[] target, int position) {
    System.arraycopy(source, start, target, position, length);
    return position + length;
  }

  /** Tells whether both are the same text, letter by letter. */
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof RawJson that && isSame(that));
  }

  private boolean isSame(RawJson that) {
    return Arrays.equals(
        source, start, start + length, that.source, that.start, that.start + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + at(i);
    }
    return hash;
  }

  @Override
  public String toString() {
    return "JsonText[%d bytes]".formatted(length);
  }
}
