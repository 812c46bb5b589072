package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * One key of the ring with all that can be known before the first token. Safe for use by many
 * threads.
 */
final class Signer {

  /** Characters of a signature: 32 bytes in base64url. */
  static final int SIGNATURE_LENGTH = 43;

  private static final int KEY_ID_BYTES = 9;

  private final Mac prototype;

  /** One that was used and can be used again, which costs less than a clone. */
  private final AtomicReference<@Nullable Mac> idle = new AtomicReference<>();

  private final boolean retired;
  private final String keyId;
  private final String header;

  /**
   * @param key the secret
   * @param cookieName the cookie this key signs for
   * @param retired whether it only verifies
   */
  Signer(SecretKey key, String cookieName, boolean retired) {
    this.prototype = key.mac();
    this.retired = retired;
    this.keyId = keyId(key.mac(), cookieName);
    this.header =
        Base64Url.encodeToString(
            "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                .formatted(keyId)
                .getBytes(ISO_8859_1));
  }

  /**
   * Names a key without telling anything of it, and binds it to the cookie's name. No signing input
   * has a blank in it, so this use of the key can never be taken for a signature.
   */
  private static String keyId(Mac mac, String cookieName) {
    byte[] digest = mac.doFinal(("signet key id " + cookieName).getBytes(UTF_8));
    return Base64Url.encodeToString(Arrays.copyOf(digest, KEY_ID_BYTES));
  }

  String keyId() {
    return keyId;
  }

  /** Returns the first part of every token this key makes. */
  String header() {
    return header;
  }

  boolean retired() {
    return retired;
  }

  /** Returns the signature of the first bytes of a text, in base64url. */
  byte[] sign(byte[] text, int length) {
    return Base64Url.encode(digest(text, length));
  }

  /**
   * Tells whether what follows the first bytes of a text, behind a dot, is their signature, in the
   * one form it has; comparing takes as long for a good as for a bad one.
   */
  boolean verifies(byte[] text, int length) {
    byte[] signature = Base64Url.decode(text, length + 1, text.length);
    return signature != null && MessageDigest.isEqual(digest(text, length), signature);
  }

  private byte[] digest(byte[] text, int length) {
    Mac free = idle.getAndSet(null);
    Mac mac = free == null ? clone(prototype) : free;
    mac.update(text, 0, length);
    byte[] digest = mac.doFinal();
    idle.set(mac);
    return digest;
  }

  /** A clone costs less than asking the provider and setting up the key again. */
  private static Mac clone(Mac prototype) {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(
          "The security provider's HmacSHA256 cannot be cloned; put the JDK's own provider first.",
          e);
    }
  }
}
