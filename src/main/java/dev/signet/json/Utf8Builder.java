package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;

/**
 * Builds JSON text as UTF-8: one text, or several one after the other, which then share memory. Not
 * thread-safe.
 */
public final class Utf8Builder {

  /** The length of the longest number, with its sign. */
  static final int MAX_NUMBER_LENGTH = 20;

  /** The length from which a string is encoded by the JDK instead of character by character. */
  private static final int LONG = 32;

  private byte[] text;
  private int length;

  /**
   * @param room the initial capacity in bytes
   */
  public Utf8Builder(int room) {
    this.text = new byte[room];
  }

  /** Returns the length of all texts, in bytes. */
  public int length() {
    return length;
  }

  /** Returns the text that was added since a length; later additions do not change it. */
  RawJson since(int start) {
    return new RawJson(text, start, length - start);
  }

  /** Removes the text that was added since a length, which must not be that of another value. */
  void truncate(int start) {
    length = start;
  }

  /** Returns the text; must be the last call. */
  byte[] text() {
    return length == text.length ? text : Arrays.copyOf(text, length);
  }

  private void requireRoom(int bytes) {
    if (text.length - length < bytes) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + bytes));
    }
  }

  /** Adds an ASCII character unchanged. */
  Utf8Builder add(char character) {
    requireRoom(1);
    text[length++] = (byte) character;
    return this;
  }

  /** Adds ASCII text unchanged. */
  Utf8Builder add(String ascii) {
    requireRoom(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      text[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  /** Adds bytes unchanged. */
  Utf8Builder add(byte[] bytes) {
    requireRoom(bytes.length);
    System.arraycopy(bytes, 0, text, length, bytes.length);
    length += bytes.length;
    return this;
  }

  /** Adds a value that is JSON text. */
  Utf8Builder add(RawJson value) {
    requireRoom(value.length());
    length = value.copyTo(text, length);
    return this;
  }

  Utf8Builder add(long number) {
    requireRoom(MAX_NUMBER_LENGTH);
    if (number >= 0 && number < 10) {
      text[length++] = (byte) ('0' + number);
      return this;
    }
    int end = length + MAX_NUMBER_LENGTH;
    int place = end;
    long rest = number < 0 ? number : -number; // Long.MIN_VALUE has no positive counterpart
    do {
      text[--place] = (byte) ('0' - rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (number < 0) {
      text[--place] = '-';
    }
    System.arraycopy(text, place, text, length, end - place);
    length += end - place;
    return this;
  }

  /**
   * Adds a string with its quotation marks.
   *
   * @throws IllegalArgumentException if it has an unpaired surrogate
   */
  Utf8Builder addQuoted(String string) {
    return string.length() < LONG ? addShort(string) : addLong(string);
  }

  private Utf8Builder addShort(String string) {
    int end = string.length();
    requireRoom(end + 2);
    byte[] target = text;
    int start = length + 1;
    for (int i = 0; i < end; i++) {
      char character = string.charAt(i);
      if (!isPlainAscii(character)) {
        return addEscaped(string);
      }
      target[start + i] = (byte) character;
    }
    target[length] = '"';
    target[start + end] = '"';
    length += end + 2;
    return this;
  }

  /** The JDK encodes long strings fast, but replaces unpaired surrogates by question marks. */
  private Utf8Builder addLong(String string) {
    byte[] encoded = string.getBytes(UTF_8);
    boolean plain =
        Utf8Scanner.skip(encoded, 0) == encoded.length && !Utf8Scanner.contains(encoded, '?');
    return plain ? addQuoted(encoded) : addEscaped(string);
  }

  static boolean isPlainAscii(char character) {
    return character <= '~' && Utf8Scanner.isPlain(character);
  }

  private Utf8Builder addEscaped(String string) {
    return addQuoted(JsonStringEncoder.getInstance().quoteAsUTF8(string));
  }

  private Utf8Builder addQuoted(byte[] escaped) {
    requireRoom(escaped.length + 2);
    text[length++] = '"';
    System.arraycopy(escaped, 0, text, length, escaped.length);
    length += escaped.length;
    text[length++] = '"';
    return this;
  }
}
