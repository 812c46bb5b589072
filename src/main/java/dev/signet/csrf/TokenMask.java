package dev.signet.csrf;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a secret differently each time: a random pad, followed by the secret XOR the pad. In a
 * compressed page, a secret that stays the same can be guessed from the page's length (BREACH).
 */
final class TokenMask {

  /** 128 bits. */
  static final int SECRET_BYTES = 16;

  private TokenMask() {}

  static String mask(byte[] secret, SecureRandom random) {
    byte[] pad = new byte[SECRET_BYTES];
    random.nextBytes(pad);
    byte[] masked = new byte[2 * SECRET_BYTES];
    for (int i = 0; i < SECRET_BYTES; i++) {
      masked[i] = pad[i];
      masked[SECRET_BYTES + i] = (byte) (pad[i] ^ secret[i]);
    }
    return encode(masked);
  }

  /** Returns the secret under the mask, or null if the text is not a token. */
  static byte @Nullable [] unmask(String text) {
    byte[] masked = decode(text, 2 * SECRET_BYTES);
    if (masked == null) {
      return null;
    }
    byte[] secret = new byte[SECRET_BYTES];
    for (int i = 0; i < SECRET_BYTES; i++) {
      secret[i] = (byte) (masked[i] ^ masked[SECRET_BYTES + i]);
    }
    return secret;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Decodes a text of a number of bytes; null if the text has another length or is not base64url.
   */
  private static byte @Nullable [] decode(String text, int bytes) {
    if (text.length() != (bytes * 4 + 2) / 3) {
      return null;
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
