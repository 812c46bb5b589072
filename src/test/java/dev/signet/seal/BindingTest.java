package dev.signet.seal;

import static dev.signet.seal.Jws.OTHER_SECRET;
import static dev.signet.seal.Jws.PAYLOAD;
import static dev.signet.seal.Jws.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {

  private final Seal seal = Jws.seal(SECRET);

  private static Seal sealOf(String cookieName) {
    return Seal.signing(List.of(new SessionKey(SECRET)), cookieName);
  }

  @ParameterizedTest
  @DisplayName("R4 A token of one cookie is refused in another")
  @ValueSource(strings = {"other", "Session", "session2", "sessio", "__Host-session", "session "})
  void tokenOfAnotherCookie(String name) {
    assertThat(Jws.reason(seal.unseal(sealOf(name).seal("", PAYLOAD.getBytes(UTF_8), ""))))
        .isEqualTo(RejectionReason.UNKNOWN_KEY);
    assertThat(Jws.reason(sealOf(name).unseal(Jws.token()))).isEqualTo(RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("R4 A token of another cookie is refused under this cookie's key ID too")
  void tokenOfAnotherCookieWithOurHeader() {
    String foreign = sealOf("other").seal("", PAYLOAD.getBytes(UTF_8), "");
    String ours = Jws.parts(Jws.token()).get(0);
    assertThat(Jws.reason(seal.unseal(ours + foreign.substring(foreign.indexOf('.')))))
        .isEqualTo(RejectionReason.BAD_SIGNATURE);
  }

  @Test
  @DisplayName("R4 C14 A token of one audience is worthless in another, signed and encrypted")
  void tokenOfAnotherAudience() {
    var keys = List.of(new SessionKey(SECRET));
    for (String other : new String[] {"session", "session /shop2", "session /Shop", "id /shop"}) {
      for (Seal foreign :
          List.of(Seal.signing(keys, other), Seal.encrypting(keys, other, new SecureRandom()))) {
        Seal shop = Seal.signing(keys, Seal.binding("session", "/shop"));
        assertThat(Jws.reason(shop.unseal(foreign.seal("", PAYLOAD.getBytes(UTF_8), ""))))
            .isEqualTo(RejectionReason.UNKNOWN_KEY);
      }
    }
    assertThat(Seal.binding("session", null)).isEqualTo("session");
  }

  @Test
  @DisplayName("R4 A token of the same secret without a key ID is refused")
  void tokenWithoutKeyId() {
    String token = Jws.sign(SECRET, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", PAYLOAD);
    assertThat(seal.unseal(token)).isInstanceOf(UnsealResult.Rejected.class);
  }

  @ParameterizedTest
  @DisplayName("R4 A token of the same secret with another key ID is refused")
  @ValueSource(strings = {"AAAAAAAAAAAA", "key-1", "0", "default"})
  void tokenWithForeignKeyId(String keyId) {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}";
    assertThat(Jws.reason(seal.unseal(Jws.sign(SECRET, header, PAYLOAD))))
        .isEqualTo(RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("R1 A token of another secret is refused, also under this key's ID")
  void forgedToken() {
    String forged = Jws.seal(OTHER_SECRET).seal("", PAYLOAD.getBytes(UTF_8), "");
    assertThat(Jws.reason(seal.unseal(forged))).isEqualTo(RejectionReason.UNKNOWN_KEY);
    var parts = Jws.parts(Jws.token());
    assertThat(Jws.reason(seal.unseal(Jws.signParts(OTHER_SECRET, parts.get(0), parts.get(1)))))
        .isEqualTo(RejectionReason.BAD_SIGNATURE);
  }

  @Test
  @DisplayName("R1 The signature of one payload is refused for another")
  void exchangedPayload() {
    var parts = Jws.parts(Jws.token());
    String other = Jws.encode(PAYLOAD.replace("\"n\":1", "\"n\":2"));
    assertThat(Jws.reason(seal.unseal(parts.get(0) + '.' + other + '.' + parts.get(2))))
        .isEqualTo(RejectionReason.BAD_SIGNATURE);
  }
}
