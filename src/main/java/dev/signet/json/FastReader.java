package dev.signet.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads JSON without white space and escapes, which must be valid UTF-8, from a position on. */
abstract class FastReader {

  /** The result if the expected text is absent. */
  static final int FAILED = -1;

  /** Digits of the latest valid time. */
  private static final int MAX_TIME_DIGITS = 12;

  final byte[] payload;

  /** The place of the next byte; {@link #FAILED} after a failure. */
  int position;

  FastReader(byte[] payload, int position) {
    this.payload = payload;
    this.position = position;
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Moves behind a text, if it is next; returns whether it is. */
  final boolean skip(byte[] text) {
    int end = endOf(text, position);
    if (end != FAILED) {
      position = end;
    }
    return end != FAILED;
  }

  /** Moves behind a character, if it is next; returns whether it is. */
  final boolean skip(char character) {
    boolean is = is(character, position);
    if (is) {
      position++;
    }
    return is;
  }

  /** Reads a string; null if there is none. */
  final @Nullable String string() {
    int end = endOfString(position);
    if (end == FAILED) {
      return null;
    }
    String string = new String(payload, position + 1, end - position - 2, UTF_8);
    position = end;
    return string;
  }

  /** Reads seconds since the epoch; {@link #FAILED} if there are none. */
  final long time() {
    int start = position;
    int end = endOfDigits(start);
    if (end <= start || end - start > MAX_TIME_DIGITS || hasLeadingZero(start, end)) {
      return FAILED;
    }
    position = end;
    long time = 0;
    for (int i = start; i < end; i++) {
      time = 10 * time + payload[i] - '0';
    }
    return time <= ClaimsCodec.LATEST ? time : FAILED;
  }

  final int endOfString(int place) {
    if (!is('"', place)) {
      return FAILED;
    }
    int end = Utf8Scanner.skip(payload, place + 1);
    return is('"', end) ? end + 1 : FAILED;
  }

  final int endOfDigits(int start) {
    int place = start;
    while (place < payload.length && payload[place] >= '0' && payload[place] <= '9') {
      place++;
    }
    return place;
  }

  final boolean hasLeadingZero(int start, int end) {
    return payload[start] == '0' && end > start + 1;
  }

  final int endOf(byte[] text, int place) {
    int end = place + text.length;
    boolean is =
        place >= 0
            && end <= payload.length
            && Arrays.equals(payload, place, end, text, 0, text.length);
    return is ? end : FAILED;
  }

  /** Returns whether a character is at a place; false beyond the end and for {@link #FAILED}. */
  final boolean is(char character, int place) {
    return place >= 0 && place < payload.length && payload[place] == character;
  }
}
