package dev.signet.seal;

import static dev.signet.seal.Jws.PAYLOAD;
import static dev.signet.seal.Jws.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens somebody else has signed with our secret, so that the header alone decides. */
class ForeignHeaderTest {

  private final Seal seal = Jws.seal(SECRET);

  /** Opens a token with a header in which KID stands for our key's id. */
  private UnsealResult open(String header) {
    return seal.unseal(Jws.sign(SECRET, header.replace("KID", Jws.keyId(SECRET)), PAYLOAD));
  }

  @ParameterizedTest
  @DisplayName("S4 The same members in another order and spacing are accepted")
  @ValueSource(
      strings = {
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"kid\":\"KID\",\"typ\":\"JWT\",\"alg\":\"HS256\"}",
        "{\"typ\":\"JWT\",\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"alg\": \"HS256\", \"typ\": \"JWT\", \"kid\": \"KID\"}",
        "{\r\n\t\"typ\" : \"JWT\" ,\r\n\t\"kid\" : \"KID\" ,\r\n\t\"alg\" : \"HS256\"\r\n}\n",
        "{\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"kid\":\"KID\",\"alg\":\"HS256\"}"
      })
  void sameMembers(String header) {
    assertThat(Jws.payload(open(header))).isEqualTo(PAYLOAD);
  }

  @ParameterizedTest
  @DisplayName("R3 The algorithm of the token is never used")
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        "HS384",
        "HS512",
        "HS1",
        "hs256",
        "Hs256",
        "HS256 ",
        " HS256",
        "HS-256",
        "HMACSHA256",
        "RS256",
        "RS512",
        "PS256",
        "ES256",
        "EdDSA",
        "dir",
        "A256GCM",
        "HS256\\u0000",
        "HS\\u0032\\u0035\\u0036",
        "HS256\",\"x\":\""
      })
  void otherAlgorithm(String algorithm) {
    assertThat(Jws.reason(open("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"KID\"}")))
        .isEqualTo(RejectionReason.UNSUPPORTED);
  }

  @ParameterizedTest
  @DisplayName("R3 Keys, extensions and every other member in the header are refused")
  @ValueSource(
      strings = {
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
        "\"jwk\":\"AAAA\"",
        "\"jku\":\"https://example.org/keys\"",
        "\"x5u\":\"https://example.org/chain\"",
        "\"x5c\":[\"AAAA\"]",
        "\"x5t\":\"AAAA\"",
        "\"crit\":[\"exp\"]",
        "\"crit\":[]",
        "\"b64\":false",
        "\"b64\":true",
        "\"zip\":\"DEF\"",
        "\"cty\":\"JWT\"",
        "\"enc\":\"A256GCM\"",
        "\"epk\":{}",
        "\"p2c\":1000000000",
        "\"x\":\"y\"",
        "\"x\":null",
        "\"\":\"y\""
      })
  void otherMember(String member) {
    String ours = "\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"";
    assertThat(Jws.reason(open("{" + ours + "," + member + "}")))
        .isEqualTo(RejectionReason.UNSUPPORTED);
    assertThat(Jws.reason(open("{" + member + "," + ours + "}")))
        .isEqualTo(RejectionReason.UNSUPPORTED);
  }

  @ParameterizedTest
  @DisplayName("R3 A duplicate member is refused for any value")
  @ValueSource(
      strings = {
        "{\"alg\":\"HS256\",\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"alg\":\"none\",\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\",\"alg\":\"none\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"kid\":\"other\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"none\",\"\\u0061lg\":\"HS256\",\"kid\":\"KID\"}"
      })
  void memberTwice(String header) {
    assertThat(Jws.reason(open(header))).isEqualTo(RejectionReason.UNSUPPORTED);
  }

  @ParameterizedTest
  @DisplayName("R3 A header that is not an object of the three expected strings is refused")
  @ValueSource(
      strings = {
        "\u001d{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"}\u000b",
        "",
        " ",
        "{}",
        "{",
        "}",
        "{{}}",
        "[]",
        "null",
        "\"HS256\"",
        "HS256",
        "{\"kid\":\"KID\"}",
        "{\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":null,\"kid\":\"KID\"}",
        "{\"alg\":256,\"kid\":\"KID\"}",
        "{\"alg\":[\"HS256\"],\"kid\":\"KID\"}",
        "{\"alg\":{\"alg\":\"HS256\"},\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"kid\":null}",
        "{\"alg\":\"HS256\",\"kid\":[\"KID\"]}",
        "{\"alg\":\"HS256\",\"typ\":\"jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JOSE\",\"kid\":\"KID\"}",
        "{\"Alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"\\u0061lg\":\"HS256\",\"kid\":\"KID\"}",
        "{alg:\"HS256\",kid:\"KID\"}",
        "{'alg':'HS256','kid':'KID'}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\",}",
        "{,\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\" \"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\"}}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\"}{}",
        "[{\"alg\":\"HS256\",\"kid\":\"KID\"}]",
        "/**/{\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "\ufeff{\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\u00a0\"alg\":\"HS256\",\"kid\":\"KID\"}"
      })
  void otherShape(String header) {
    assertThat(Jws.reason(open(header))).isEqualTo(RejectionReason.UNSUPPORTED);
  }

  @Test
  @DisplayName("R3 An unsecured token (alg none) is refused")
  void unsecuredToken() {
    String header = Jws.encode("{\"alg\":\"none\"}");
    assertThat(Jws.reason(seal.unseal(header + '.' + Jws.encode(PAYLOAD) + '.')))
        .isEqualTo(RejectionReason.MALFORMED);
  }

  @Test
  @DisplayName("R3 A token correctly signed with HS512 under the same secret is refused")
  void tokenSignedWithAnotherAlgorithm() {
    String header = "{\"alg\":\"HS512\",\"typ\":\"JWT\",\"kid\":\"" + Jws.keyId(SECRET) + "\"}";
    String text = Jws.encode(header) + '.' + Jws.encode(PAYLOAD);
    byte[] signature = Jws.hmac("HmacSHA512", SECRET, text);
    assertThat(seal.unseal(text + '.' + Jws.encode(signature)))
        .isInstanceOf(UnsealResult.Rejected.class);
  }

  @Test
  @DisplayName("R2 The cost of the longest header is linear in its length")
  void longHeaders() {
    for (String piece :
        new String[] {"{", ",", "\"", " ", "{\"alg\":", "\"alg\":\"HS256\",", "\\"}) {
      String header = Jws.encode("{" + piece.repeat(2900 / piece.length()) + "}");
      String token = header + ".." + "A".repeat(43);
      assertThat(token.length()).isBetween(3900, Seal.MAX_LENGTH);
      assertThat(Jws.reason(seal.unseal(token))).isEqualTo(RejectionReason.UNSUPPORTED);
    }
  }
}
