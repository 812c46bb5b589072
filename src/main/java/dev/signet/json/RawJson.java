package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * One JSON value as UTF-8 text: a slice of a longer text, which is not copied. Immutable if the
 * bytes are not changed. {@code toString} shows no content.
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

  /** Creates a value from a whole text. */
  RawJson(byte[] text) {
    this(text, 0, text.length);
  }

  /** Returns the value for a text from a store, which is not necessarily JSON. */
  public static RawJson of(String text) {
    return new RawJson(text.getBytes(UTF_8));
  }

  /** Returns the text, for a store. */
  public String content() {
    return new String(source, start, length, UTF_8);
  }

  /** Returns the length in bytes. */
  public int length() {
    return length;
  }

  /** Returns a copy of the bytes. */
  byte[] bytes() {
    return Arrays.copyOfRange(source, start, start + length);
  }

  byte[] source() {
    return source;
  }

  int start() {
    return start;
  }

  /** Copies the text into a longer one and returns the position after it. */
  int copyTo(byte[] target, int position) {
    System.arraycopy(source, start, target, position, length);
    return position + length;
  }

  /** Returns whether both texts have the same bytes. */
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
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + source[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return "RawJson[%d bytes]".formatted(length);
  }
}
