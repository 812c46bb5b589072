package dev.signet.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs tokens: the UTF-8 bytes of a text are the key, as any JOSE library takes it.
 * Never shows itself. Immutable.
 */
public final class SecretKey {

  /** Bytes a key must have at the least (RFC 7518, 3.2). */
  public static final int MIN_BYTES = 32;

  private static final String HMAC = "HmacSHA256";

  private final byte[] bytes;

  /**
   * Takes a secret.
   *
   * @param secret the text
   * @throws IllegalArgumentException if it has fewer than {@link #MIN_BYTES} bytes
   */
  public SecretKey(String secret) {
    this.bytes = secret.getBytes(UTF_8);
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "A secret of %d bytes; HMAC-SHA-256 needs at least %d (RFC 7518, 3.2)."
              .formatted(bytes.length, MIN_BYTES));
    }
  }

  /** Returns a MAC that is ready to be cloned and used. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bytes, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC + "; this one has not.", e);
    }
  }

  @Override
  public String toString() {
    return "SecretKey[not shown]";
  }
}
