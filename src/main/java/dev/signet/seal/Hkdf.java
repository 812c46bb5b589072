package dev.signet.seal;

import javax.crypto.Mac;

/** Derives keys from a secret: HKDF with SHA-256 (RFC 5869). */
final class Hkdf {

  private Hkdf() {}

  /**
   * Returns a derived key.
   *
   * @param secret the input keying material
   * @param salt the salt, which need not be secret; empty for none
   * @param info the purpose of the key; keys for different purposes differ
   * @param length the length of the key in bytes
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
    byte[] pseudoRandomKey =
        Crypto.mac(salt.length == 0 ? new byte[Crypto.MAC_BYTES] : salt).doFinal(secret);
    Mac expand = Crypto.mac(pseudoRandomKey);
    byte[] key = new byte[length];
    byte[] block = new byte[0];
    int filled = 0;
    for (int count = 1; filled < length; count++) {
      expand.update(block);
      expand.update(info);
      expand.update((byte) count);
      block = expand.doFinal();
      int taken = Math.min(block.length, length - filled);
      System.arraycopy(block, 0, key, filled, taken);
      filled += taken;
    }
    return key;
  }
}
