package dev.signet.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A secret that seals tokens: the UTF-8 bytes of a text are the key of signatures, as any JOSE
 * library takes it; the key of encryption is derived from it. Never shows itself. Immutable.
 */
public final class SessionKey {

  /** Bytes a key must have at the least (RFC 7518, 3.2). */
  public static final int MIN_BYTES = 32;

  private static final int KEY_ID_BYTES = 9;
  private static final int ENCRYPTION_KEY_BYTES = 32;

  private final byte[] bytes;

  /**
   * Takes a secret.
   *
   * @param secret the text
   * @throws IllegalArgumentException if it has fewer than {@link #MIN_BYTES} bytes
   */
  public SessionKey(String secret) {
    this.bytes = secret.getBytes(UTF_8);
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "A secret of %d bytes; HMAC-SHA-256 needs at least %d (RFC 7518, 3.2)."
              .formatted(bytes.length, MIN_BYTES));
    }
  }

  /** Returns a MAC with the secret as its key, ready to be cloned. */
  Mac mac() {
    return Crypto.mac(bytes);
  }

  /**
   * Returns an identifier of the key that reveals nothing about it, bound to a cookie name. No
   * signing input contains a blank, so this use of the key cannot be taken for a signature.
   */
  String id(String cookieName) {
    byte[] digest = mac().doFinal(("signet key id " + cookieName).getBytes(UTF_8));
    return Base64Url.encodeToString(Arrays.copyOf(digest, KEY_ID_BYTES));
  }

  /** Returns a key of AES-256 that is for a cookie of this name only. */
  byte[] encryptionKey(String cookieName) {
    byte[] info = ("signet A256GCM " + cookieName).getBytes(UTF_8);
    return Hkdf.derive(bytes, new byte[0], info, ENCRYPTION_KEY_BYTES);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionKey that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** One-way, as everything that leaves here. */
  @Override
  public int hashCode() {
    return id("").hashCode();
  }

  @Override
  public String toString() {
    return "SessionKey[not shown]";
  }
}
