package dev.signet.seal;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Canonical base64url without padding (RFC 7515, 2; RFC 4648, 3.5 and 5). */
public final class Base64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  static byte[] encode(byte[] bytes) {
    return ENCODER.encode(bytes);
  }

  /** Returns bytes as base64url. */
  public static String encodeToString(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** Returns the length of the text for a number of bytes. */
  static int encodedLength(int bytes) {
    return (bytes * 4 + 2) / 3;
  }

  /** Returns the bytes, or null if the text is not canonical base64url. */
  static byte @Nullable [] decode(byte[] text) {
    return decode(text, 0, text.length);
  }

  /** Decodes a part of a text. Returns null if it is not the canonical form of any bytes. */
  static byte @Nullable [] decode(byte[] text, int start, int end) {
    if (start < end && !endsCleanly(text[end - 1], end - start)) {
      return null;
    }
    try {
      return DECODER.decode(ByteBuffer.wrap(text, start, end - start)).array();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns whether the last character is no padding and its unused bits are zero. */
  private static boolean endsCleanly(byte character, int length) {
    int last = ALPHABET.indexOf(character);
    int spare =
        switch (length % 4) {
          case 2 -> 0b1111;
          case 3 -> 0b11;
          default -> 0;
        };
    return last >= 0 && (last & spare) == 0;
  }
}
