package dev.signet.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The published answers to HKDF and AES-GCM. */
class EncryptionVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  private static String derived(String secret, String salt, String info, int length) {
    return HEX.formatHex(
        Hkdf.derive(HEX.parseHex(secret), HEX.parseHex(salt), HEX.parseHex(info), length));
  }

  @Test
  @DisplayName("RFC 5869, A.1")
  void derivation() {
    assertThat(derived("0b".repeat(22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", 42))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  }

  @Test
  @DisplayName("RFC 5869, A.3: neither salt nor info")
  void derivationWithoutSalt() {
    assertThat(derived("0b".repeat(22), "", "", 42))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  @Test
  @DisplayName("The Galois/Counter Mode of Operation, test case 16")
  void galoisCounterMode() {
    var key = new SecretKeySpec(HEX.parseHex("feffe9928665731c6d6a8f9467308308".repeat(2)), "AES");
    byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
    byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] text =
        HEX.parseHex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    String sealed =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            + "76fc6ece0f4e1768cddf8853bb2d551b";
    assertThat(HEX.formatHex(Crypto.encrypt(key, nonce, associated, text))).isEqualTo(sealed);
    assertThat(Crypto.decrypt(key, nonce, associated, HEX.parseHex(sealed))).isEqualTo(text);
    assertThat(Crypto.decrypt(key, nonce, new byte[1], HEX.parseHex(sealed))).isNull();
  }
}
