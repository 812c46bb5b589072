package dev.signet.seal;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The platform's cryptography. A missing algorithm is an error that no caller can handle. */
final class Crypto {

  /** The length of an HMAC with SHA-256 in bytes. */
  static final int MAC_BYTES = 32;

  /** The length of an AES-GCM nonce in bytes. */
  static final int NONCE_BYTES = 12;

  /** The length of an AES-GCM authentication tag in bytes. */
  static final int TAG_BYTES = 16;

  private static final String HMAC = "HmacSHA256";
  private static final String GCM = "AES/GCM/NoPadding";

  private Crypto() {}

  /** Returns an HMAC with SHA-256 (RFC 2104) that can be used or cloned. */
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw missing(HMAC, e);
    }
  }

  /** Returns a copy of a MAC, which is faster than initializing another one with the key. */
  static Mac copy(Mac mac) {
    try {
      return (Mac) mac.clone();
    } catch (CloneNotSupportedException e) {
      throw missing("a " + HMAC + " that can be cloned", e);
    }
  }

  /** Returns the AES-GCM ciphertext (NIST SP 800-38D), followed by the authentication tag. */
  static byte[] encrypt(SecretKeySpec key, byte[] nonce, byte[] associated, byte[] text) {
    try {
      return run(Cipher.ENCRYPT_MODE, key, nonce, associated, text);
    } catch (GeneralSecurityException e) {
      throw missing(GCM, e);
    }
  }

  /**
   * Decrypts a ciphertext with its tag. Returns null if either was changed, whichever exception the
   * provider throws for it.
   */
  static byte @Nullable [] decrypt(
      SecretKeySpec key, byte[] nonce, byte[] associated, byte[] sealed) {
    try {
      return run(Cipher.DECRYPT_MODE, key, nonce, associated, sealed);
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw missing(GCM, e);
    }
  }

  private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, byte[] associated, byte[] in)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(GCM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(in);
  }

  private static IllegalStateException missing(String what, Exception cause) {
    return new IllegalStateException(
        "The security providers of this Java platform have no %s, which Signet needs. Put the JDK's own providers first in java.security."
            .formatted(what),
        cause);
  }
}
