package dev.signet.seal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64url without padding, each value in its one form (RFC 7515, 2; RFC 4648, 3.5 and 5). */
final class Base64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  static byte[] encode(byte[] bytes) {
    return ENCODER.encode(bytes);
  }

  static String encodeToString(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** Returns the length of the text for so many bytes. */
  static int encodedLength(int bytes) {
    return (bytes * 4 + 2) / 3;
  }

  /** Returns the bytes, or null where the text is not the one form of any. */
  static byte @Nullable [] decode(byte[] text) {
    if (text.length > 0 && !endsCleanly(text)) {
      return null;
    }
    try {
      return DECODER.decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The last character is of the alphabet, which padding is not, and its spare bits are zero. */
  private static boolean endsCleanly(byte[] text) {
    int last = ALPHABET.indexOf(text[text.length - 1]);
    int spare =
        switch (text.length % 4) {
          case 2 -> 0b1111;
          case 3 -> 0b11;
          default -> 0;
        };
    return last >= 0 && (last & spare) == 0;
  }
}
