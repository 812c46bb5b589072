package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedTokenTest {

  private static final byte[] PAYLOAD = Jws.PAYLOAD.getBytes(UTF_8);
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

  private final Seal seal = encrypting(Jws.SECRET);
  private final String good = seal.seal("", PAYLOAD, "");

  private static Seal encrypting(String... secrets) {
    var keys = Stream.of(secrets).map(SessionKey::new).toList();
    return Seal.encrypting(keys, Jws.COOKIE, new SecureRandom());
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }

  @Test
  @DisplayName("C12 A JWE is decrypted by the JDK alone with the derived key")
  void decryptedByHand() throws GeneralSecurityException {
    List<String> parts = List.of(good.split("\\.", -1));
    assertThat(parts).hasSize(5);
    assertThat(parts.get(1)).as("dir has no encrypted key").isEmpty();
    assertThat(new String(BASE64.decode(parts.get(0)), UTF_8))
        .isEqualTo(
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"%s\"}"
                .formatted(Jws.keyId(Jws.SECRET)));
    byte[] key = new SessionKey(Jws.SECRET).encryptionKey(Jws.COOKIE);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, BASE64.decode(parts.get(2))));
    cipher.updateAAD(parts.get(0).getBytes(US_ASCII));
    cipher.update(BASE64.decode(parts.get(3)));
    assertThat(cipher.doFinal(BASE64.decode(parts.get(4)))).isEqualTo(PAYLOAD);
  }

  @Test
  @DisplayName("C12 The content is unreadable, and no two tokens are equal")
  void nothingCanBeRead() {
    for (String part : good.split("\\.", -1)) {
      assertThat(new String(BASE64.decode(part), UTF_8)).doesNotContain("data", "iat");
    }
    assertThat(seal.seal("", PAYLOAD, "")).isNotEqualTo(good);
    assertThat(Jws.payload(seal.unseal(good))).isEqualTo(Jws.PAYLOAD);
    assertThat(Jws.valid(seal.unseal(good)).needsReseal()).isFalse();
  }

  @Test
  @DisplayName(
      "C12 Signed tokens are read with encryption on, encrypted tokens with encryption off")
  void eitherWayNobodyIsLoggedOut() {
    UnsealResult signed = seal.unseal(Jws.token());
    assertThat(Jws.payload(signed)).isEqualTo(Jws.PAYLOAD);
    assertThat(Jws.valid(signed).needsReseal()).as("is sealed anew").isTrue();
    UnsealResult encrypted = Jws.seal(Jws.SECRET).unseal(good);
    assertThat(Jws.payload(encrypted)).isEqualTo(Jws.PAYLOAD);
    assertThat(Jws.valid(encrypted).needsReseal()).as("is sealed anew").isTrue();
  }

  @Test
  @DisplayName("C12 R7 The key ring rotates encrypted tokens too")
  void rotation() {
    Seal rotated = encrypting(Jws.OTHER_SECRET, Jws.SECRET);
    assertThat(Jws.payload(rotated.unseal(good))).isEqualTo(Jws.PAYLOAD);
    assertThat(Jws.valid(rotated.unseal(good)).needsReseal()).isTrue();
    assertThat(Jws.reason(encrypting(Jws.OTHER_SECRET).unseal(good)))
        .isEqualTo(RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("C12 R4 An encrypted token is refused in a cookie of another name")
  void boundToTheName() {
    var other = Seal.encrypting(List.of(new SessionKey(Jws.SECRET)), "other", new SecureRandom());
    assertThat(Jws.reason(other.unseal(good))).isEqualTo(RejectionReason.UNKNOWN_KEY);
    assertThat(new SessionKey(Jws.SECRET).encryptionKey("other"))
        .isNotEqualTo(new SessionKey(Jws.SECRET).encryptionKey(Jws.COOKIE));
  }

  @Test
  @DisplayName("C12 R1 A token with any single bit flipped is refused")
  void everyBitFlipped() {
    byte[] bytes = good.getBytes(US_ASCII);
    for (int i = 0; i < bytes.length * 8; i++) {
      byte[] flipped = bytes.clone();
      flipped[i / 8] ^= (byte) (1 << i % 8);
      String token = new String(flipped, ISO_8859_1);
      assertThat(seal.unseal(token)).as("bit %d", i).isInstanceOf(UnsealResult.Rejected.class);
    }
  }

  @Test
  @DisplayName("C12 R1 A token with missing, empty or additional parts is refused")
  void otherParts() {
    String start = header(good) + "..";
    String nonce = "A".repeat(16);
    String tag = "A".repeat(22);
    for (String token :
        List.of(
            start + nonce + '.' + "A.".repeat(11),
            start + nonce + '.' + '.' + "A".repeat(21),
            start + "AAAAAAA.AAAAAAAA" + '.' + tag,
            start + '.' + nonce + '.' + tag,
            start + nonce + ".." + tag,
            start + ".." + tag,
            header(good) + "...." + tag,
            header(good) + '.' + "AAAA" + '.' + nonce + '.' + "AA" + '.' + tag)) {
      assertThat(seal.unseal(token)).as(token).isInstanceOf(UnsealResult.Rejected.class);
    }
  }

  @Test
  @DisplayName("C12 R1 A token truncated at any length is refused")
  void truncated() {
    for (int length = 0; length < good.length(); length++) {
      assertThat(seal.unseal(good.substring(0, length))).isInstanceOf(UnsealResult.Rejected.class);
    }
  }

  @Test
  @DisplayName("C12 R3 A token with the header of another token or kind is refused")
  void swappedHeaders() {
    String signed = Jws.token();
    assertThat(seal.unseal(header(signed) + good.substring(good.indexOf('.'))))
        .isInstanceOf(UnsealResult.Rejected.class);
    assertThat(seal.unseal(header(good) + signed.substring(signed.indexOf('.'))))
        .isInstanceOf(UnsealResult.Rejected.class);
    String other = encrypting(Jws.OTHER_SECRET).seal("", PAYLOAD, "");
    Seal ring = encrypting(Jws.SECRET, Jws.OTHER_SECRET);
    assertThat(Jws.reason(ring.unseal(header(other) + good.substring(good.indexOf('.')))))
        .isEqualTo(RejectionReason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"kid\":\"KID\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256CBC-HS512\",\"kid\":\"KID\"}",
        "{\"alg\":\"A256KW\",\"enc\":\"A256GCM\",\"kid\":\"KID\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"kid\":\"KID\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"exp\"],\"kid\":\"KID\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"enc\":\"A256GCM\",\"kid\":\"KID\"}",
        "{\"alg\":\"dir\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"enc\":\"A256GCM\",\"kid\":\"KID\"}"
      })
  @DisplayName("C12 R3 Other algorithms, compression and additional header members are refused")
  void otherHeaders(String header) {
    String text = header.replace("KID", Jws.keyId(Jws.SECRET));
    assertThat(Jws.reason(seal.unseal(Jws.encode(text) + good.substring(good.indexOf('.')))))
        .isEqualTo(RejectionReason.UNSUPPORTED);
  }

  @Test
  @DisplayName("C12 R1 A token with random changes is refused without an exception")
  void randomChanges() {
    var random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.getBytes(US_ASCII);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) ".-_=A9z\u007f".charAt(random.nextInt(8));
      }
      String token = new String(bytes, US_ASCII);
      if (!token.equals(good)) {
        assertThat(seal.unseal(token)).as(token).isInstanceOf(UnsealResult.Rejected.class);
      }
    }
  }

  @Test
  @DisplayName("C12 W11 The length of a token is known before it is built")
  void knownLength() {
    var encrypter = new JweFormat(new SessionKey(Jws.SECRET), Jws.COOKIE, new SecureRandom());
    for (int length = 0; length < 100; length++) {
      assertThat(encrypter.seal("", new byte[length], "")).hasSize(encrypter.sealedLength(length));
      assertThat(Jws.valid(seal.unseal(encrypter.seal("", new byte[length], ""))).payload())
          .isEqualTo(new byte[length]);
    }
  }
}
