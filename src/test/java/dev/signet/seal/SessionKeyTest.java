package dev.signet.seal;

import static dev.signet.seal.Jws.OTHER_SECRET;
import static dev.signet.seal.Jws.PAYLOAD;
import static dev.signet.seal.Jws.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {

  @ParameterizedTest
  @DisplayName("C1 K1 A secret below 32 bytes is refused without showing it")
  @ValueSource(strings = {"hunter2", "0123456789abcdef0123456789abcde", "pässword-pässword-pässwo"})
  void shortSecret(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionKey(secret))
        .withMessageContaining("at least 32")
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(secret));
  }

  @Test
  @DisplayName("C1 An empty secret is refused")
  void emptySecret() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SessionKey(""));
  }

  @ParameterizedTest
  @DisplayName("C1 The length of a secret is counted in bytes, not characters")
  @ValueSource(
      strings = {"0123456789abcdef0123456789abcdef", "éééééééééééééééé", "🔑🔑🔑🔑🔑🔑🔑🔑"})
  void secretOfThirtyTwoBytes(String secret) {
    assertThatNoException().isThrownBy(() -> new SessionKey(secret));
  }

  @Test
  @DisplayName("K1 No text of this package contains the secret or a key ID")
  void nothingShowsTheSecret() {
    var key = new SessionKey(SECRET);
    var signer = new JwsFormat(key, Jws.COOKIE);
    for (Object object : new Object[] {key, key.mac(), signer, Jws.seal(SECRET)}) {
      assertThat(object.toString()).doesNotContain(SECRET).doesNotContain(Jws.keyId(SECRET));
    }
  }

  @Test
  @DisplayName("K1 The text of an unseal result contains neither payload nor token")
  void nothingShowsThePayload() {
    String token = Jws.token();
    var parts = Jws.parts(token);
    assertThat(Jws.seal(SECRET).unseal(token).toString())
        .doesNotContain(PAYLOAD)
        .doesNotContain("data")
        .doesNotContain(parts);
    assertThat(Jws.seal(SECRET).unseal(token + "x").toString()).doesNotContain(parts);
  }

  @Test
  @DisplayName(
      "R7 K1 Keys are equal if their secrets are, and their hash is not that of the secret")
  void equality() {
    var key = new SessionKey(SECRET);
    assertThat(key).isEqualTo(new SessionKey(SECRET)).hasSameHashCodeAs(new SessionKey(SECRET));
    assertThat(key).isNotEqualTo(new SessionKey(OTHER_SECRET)).isNotEqualTo(SECRET);
    assertThat(key.hashCode())
        .isNotIn(
            SECRET.hashCode(),
            Arrays.hashCode(SECRET.getBytes(UTF_8)),
            new SessionKey(OTHER_SECRET).hashCode());
    assertThat(key).hasToString("SessionKey[not shown]");
  }
}
