package dev.signet.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples of the standards, as far as a secret that is text of 32 bytes can meet them. HMAC
 * fills short keys up with zeros (RFC 2104, 2), so the short keys of RFC 4231 are met by themselves
 * and zeros; the key of RFC 7515, A.1 is no text, so its parts alone are.
 */
class PublishedVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  private static SessionKey filledUp(String key) {
    return new SessionKey(key + "\0".repeat(SessionKey.MIN_BYTES - key.length()));
  }

  private static void signs(SessionKey key, byte[] data, String expected) {
    assertThat(HEX.formatHex(key.mac().doFinal(data))).isEqualTo(expected);
    byte[] text = new JwsFormat(key, Jws.COOKIE).sign(data, 0, data.length);
    assertThat(new String(text, UTF_8)).isEqualTo(Jws.encode(HEX.parseHex(expected)));
  }

  @Test
  @DisplayName("RFC 4231, 4.2")
  void hmacTestCase1() {
    signs(
        filledUp("\u000b".repeat(20)),
        "Hi There".getBytes(UTF_8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  }

  @Test
  @DisplayName("RFC 4231, 4.3")
  void hmacTestCase2() {
    signs(
        filledUp("Jefe"),
        "what do ya want for nothing?".getBytes(UTF_8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  @DisplayName("RFC 4231, 4.5")
  void hmacTestCase4() {
    byte[] key = HEX.parseHex("0102030405060708090a0b0c0d0e0f10111213141516171819");
    signs(
        filledUp(new String(key, UTF_8)),
        HEX.parseHex("cd".repeat(50)),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
  }

  @ParameterizedTest
  @DisplayName("RFC 7515, A.1: the parts of the token")
  @CsvSource(
      delimiter = '|',
      value = {
        "7b22747970223a224a5754222c0d0a2022616c67223a224853323536227d"
            + "|eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",
        "7b22697373223a226a6f65222c0d0a2022657870223a313330303831393338302c0d0a2022687474703a2f2f"
            + "6578616d706c652e636f6d2f69735f726f6f74223a747275657d"
            + "|eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290"
            + "Ijp0cnVlfQ",
        "74187908e1e35840e8a3eb0f5a8f94d5c6ffb5f2d6a8d2bd2d8cf4a1e3ecdb1f"
            + "|dBh5COHjWEDoo-sPWo-U1cb_tfLWqNK9LYz0oePs2x8",
      })
  void partsOfTheExample(String hex, String text) {
    byte[] bytes = HEX.parseHex(hex);
    assertThat(Base64Url.encodeToString(bytes)).isEqualTo(text);
    assertThat(Base64Url.encode(bytes)).isEqualTo(text.getBytes(UTF_8));
    assertThat(Base64Url.decode(text.getBytes(UTF_8))).isEqualTo(bytes);
    assertThat(Base64Url.encodedLength(bytes.length)).isEqualTo(text.length());
  }

  @Test
  @DisplayName("RFC 7515, C")
  void base64urlExample() {
    byte[] bytes = {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193};
    assertThat(Base64Url.encodeToString(bytes)).isEqualTo("A-z_4ME");
    assertThat(Base64Url.decode("A-z_4ME".getBytes(UTF_8))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @DisplayName("RFC 4648, 10, without padding")
  @CsvSource({"'',''", "f,Zg", "fo,Zm8", "foo,Zm9v", "foob,Zm9vYg", "fooba,Zm9vYmE"})
  void base64Examples(String plain, String text) {
    assertThat(Base64Url.encodeToString(plain.getBytes(UTF_8))).isEqualTo(text);
    assertThat(Base64Url.decode(text.getBytes(UTF_8))).isEqualTo(plain.getBytes(UTF_8));
  }

  @ParameterizedTest
  @DisplayName("R4 Only one text decodes to the same bytes (RFC 4648, 3.5)")
  @ValueSource(
      strings = {
        "Z", "Zg==", "Zg=", "Zh", "Zv", "Zm9", "Zm8=", "Zm9vY", "=", "Zg=A", "Z g", "Zg\n", "+/8A",
        "Zm.v"
      })
  void otherForms(String text) {
    assertThat(Base64Url.decode(text.getBytes(UTF_8))).isNull();
  }
}
