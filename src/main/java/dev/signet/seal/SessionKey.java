package dev.signet.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A secret key that seals tokens. The UTF-8 bytes of its text are the HMAC key, as other JOSE
 * libraries use it; the encryption key is derived from it. {@code toString} does not show the key.
 * Immutable.
 */
public final class SessionKey {

  /** The least number of bytes of a key (RFC 7518, 3.2). */
  public static final int MIN_BYTES = 32;

  private static final int KEY_ID_BYTES = 9;
  private static final int ENCRYPTION_KEY_BYTES = 32;

  private final byte[] bytes;

  /**
   * Creates a key.
   *
   * @param secret the text of the key
   * @throws IllegalArgumentException if it has fewer than {@link #MIN_BYTES} bytes
   */
  public SessionKey(String secret) {
    this.bytes = secret.getBytes(UTF_8);
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "The secret has %d bytes; HMAC-SHA-256 needs at least %d (RFC 7518, 3.2). Use a longer random one."
              .formatted(bytes.length, MIN_BYTES));
    }
  }

  /** Returns a MAC with this key that can be cloned. */
  Mac mac() {
    return Crypto.mac(bytes);
  }

  /**
   * Returns an identifier of the key that reveals nothing about it, derived from a binding. No
   * signing input contains a blank, so this use of the key cannot be taken for a signature.
   */
  String id(String binding) {
    byte[] digest = mac().doFinal(("signet key id " + binding).getBytes(UTF_8));
    return Base64Url.encodeToString(Arrays.copyOf(digest, KEY_ID_BYTES));
  }

  /** Returns the AES-256 key for a binding. */
  byte[] encryptionKey(String binding) {
    byte[] info = ("signet A256GCM " + binding).getBytes(UTF_8);
    return Hkdf.derive(bytes, new byte[0], info, ENCRYPTION_KEY_BYTES);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionKey that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** The hash of a MAC, so that it does not reveal the key. */
  @Override
  public int hashCode() {
    return id("").hashCode();
  }

  @Override
  public String toString() {
    return "SessionKey[not shown]";
  }
}
