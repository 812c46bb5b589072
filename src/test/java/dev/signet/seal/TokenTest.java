package dev.signet.seal;

import static dev.signet.seal.Jws.COOKIE;
import static dev.signet.seal.Jws.PAYLOAD;
import static dev.signet.seal.Jws.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private final Seal seal = Jws.seal(SECRET);

  @Test
  void whatIsSealedIsOpened() {
    assertThat(Jws.payload(seal.unseal(seal.seal("", PAYLOAD.getBytes(UTF_8), ""))))
        .isEqualTo(PAYLOAD);
  }

  @Test
  void tokenInALongerText() {
    byte[] payload = PAYLOAD.getBytes(UTF_8);
    assertThat(seal.seal("session=", payload, "; Path=/"))
        .isEqualTo("session=" + seal.seal("", payload, "") + "; Path=/");
  }

  @Test
  void bytesOfAnyKindAndLengthAreOpenedAsTheyWere() {
    var random = new Random(7);
    for (int length = 0; length <= 300; length++) {
      byte[] payload = new byte[length];
      random.nextBytes(payload);
      assertThat(Jws.valid(seal.unseal(seal.seal("", payload, ""))).payload()).isEqualTo(payload);
    }
  }

  @Test
  @DisplayName("S4 The signature is the HMAC-SHA-256 of the first two parts under the secret")
  void anyLibraryVerifiesTheSignature() {
    String token = Jws.token();
    int bodyEnd = token.lastIndexOf('.');
    byte[] signature = Jws.hmac("HmacSHA256", SECRET, token.substring(0, bodyEnd));
    assertThat(token.substring(bodyEnd + 1)).isEqualTo(Jws.encode(signature));
  }

  @Test
  @DisplayName("S4 The header is that of a JSON Web Token, and the payload is the sealed one")
  void anyLibraryReadsTheParts() {
    var parts = Jws.parts(Jws.token());
    assertThat(parts).hasSize(3);
    assertThat(Jws.decode(parts.get(0)))
        .isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}", Jws.keyId(SECRET));
    assertThat(Jws.decode(parts.get(1))).isEqualTo(PAYLOAD);
  }

  @Test
  @DisplayName("R4 The key ID is a keyed digest of the cookie's name")
  void keyIdIsAKeyedDigestOfTheCookieName() {
    byte[] digest = Jws.hmac("HmacSHA256", SECRET, "signet key id " + COOKIE);
    assertThat(Jws.keyId(SECRET)).isEqualTo(Jws.encode(Arrays.copyOf(digest, 9)));
  }

  /** Were the form of tokens to change, every session out there would end. */
  @Test
  void tokenOfAnEarlierVersionIsOpened() {
    String token =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IlA3Y0EtRXdTdzFtYSJ9"
            + ".eyJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTgwMDAwMDAwMCwiZGF0YSI6eyJuIjoxfX0"
            + ".hAnbtpc68t5m7YzPUTlHdMyoinoiVELKs7o59kpWNbY";
    assertThat(Jws.payload(seal.unseal(token))).isEqualTo(PAYLOAD);
    assertThat(Jws.token()).isEqualTo(token);
  }

  @Test
  void sealedLengthIsTheLengthOfTheToken() {
    var signer = new JwsFormat(new SessionKey(SECRET), COOKIE);
    for (int length = 0; length <= 100; length++) {
      assertThat(signer.sealedLength(length))
          .as("payload of %d bytes", length)
          .isEqualTo(signer.seal("", new byte[length], "").length());
    }
  }

  @Test
  void tokenIsSafeInACookie() {
    var random = new Random(8);
    byte[] payload = new byte[1000];
    random.nextBytes(payload);
    assertThat(seal.seal("", payload, "")).matches("[A-Za-z0-9_.-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ääääääääääääääää", "0123456789012345678901234567890\u0000", "🔑🔑🔑🔑🔑🔑🔑🔑"})
  void secretIsItsUtf8Bytes(String secret) {
    Seal sealed = Jws.seal(secret);
    String token = sealed.seal("", PAYLOAD.getBytes(UTF_8), "");
    var parts = Jws.parts(token);
    assertThat(token).isEqualTo(Jws.signParts(secret, parts.get(0), parts.get(1)));
  }

  @Test
  void oneSealServesManyThreads() {
    String token = Jws.token();
    var opened =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(i -> (i & 1) == 0 ? token : seal.seal("", PAYLOAD.getBytes(UTF_8), ""))
            .map(seal::unseal)
            .filter(UnsealResult.Valid.class::isInstance)
            .count();
    assertThat(opened).isEqualTo(20_000);
  }
}
