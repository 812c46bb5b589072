package dev.signet.seal;

import static dev.signet.seal.Jws.OTHER_SECRET;
import static dev.signet.seal.Jws.PAYLOAD;
import static dev.signet.seal.Jws.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private final Seal rotated = Jws.seal(SECRET, OTHER_SECRET);

  private static String tokenOf(String secret) {
    return Jws.seal(secret).seal("", PAYLOAD.getBytes(UTF_8), "");
  }

  @Test
  @DisplayName("R7 A token signed by a retired key is unsealed and marked for resealing")
  void tokenSignedByARetiredKeyIsOpened() {
    UnsealResult opened = rotated.unseal(tokenOf(OTHER_SECRET));
    assertThat(Jws.payload(opened)).isEqualTo(PAYLOAD);
    assertThat(Jws.valid(opened).needsReseal()).isTrue();
  }

  @Test
  @DisplayName("R7 A token signed by the current key is not marked for resealing")
  void tokenSignedByTheCurrentKeyIsNotRetired() {
    assertThat(Jws.valid(rotated.unseal(tokenOf(SECRET))).needsReseal()).isFalse();
  }

  @Test
  @DisplayName("C2 Retired keys never sign")
  void onlyTheFirstKeySigns() {
    assertThat(rotated.seal("", PAYLOAD.getBytes(UTF_8), "")).isEqualTo(tokenOf(SECRET));
  }

  @Test
  @DisplayName("R7 A removed key unseals nothing")
  void tokenOfAForgottenKeyIsRefused() {
    assertThat(Jws.reason(Jws.seal(SECRET).unseal(tokenOf(OTHER_SECRET))))
        .isEqualTo(RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("R7 A retired key unseals tokens of other libraries too")
  void foreignHeaderOfARetiredKey() {
    String header = "{\"kid\":\"%s\",\"alg\":\"HS256\"}".formatted(Jws.keyId(OTHER_SECRET));
    assertThat(Jws.valid(rotated.unseal(Jws.sign(OTHER_SECRET, header, PAYLOAD))).needsReseal())
        .isTrue();
  }

  @Test
  @DisplayName(
      "R7 P4 Each key of a ring of eleven unseals its own tokens, and no other key is tried")
  void ringOfElevenKeys() {
    String[] secrets =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> "secret number %02d of the ring of keys".formatted(i))
            .toArray(String[]::new);
    Seal ring = Jws.seal(secrets);
    for (int i = 0; i < secrets.length; i++) {
      UnsealResult.Valid opened = Jws.valid(ring.unseal(tokenOf(secrets[i])));
      assertThat(opened.needsReseal()).as("key %d is retired", i).isEqualTo(i > 0);
    }
    assertThat(ring.seal("", PAYLOAD.getBytes(UTF_8), "")).isEqualTo(tokenOf(secrets[0]));
    assertThat(Jws.reason(ring.unseal(tokenOf(SECRET))))
        .as("refused by its name, not by its signature")
        .isEqualTo(RejectionReason.UNKNOWN_KEY);
  }

  @Test
  @DisplayName("R7 A key that is both current and previous is the current one")
  void sameKeyIsCurrentAndPrevious() {
    Seal ring = Jws.seal(SECRET, SECRET, OTHER_SECRET, SECRET);
    assertThat(Jws.valid(ring.unseal(tokenOf(SECRET))).needsReseal()).isFalse();
    String header = "{\"kid\":\"%s\",\"alg\":\"HS256\"}".formatted(Jws.keyId(SECRET));
    assertThat(Jws.valid(ring.unseal(Jws.sign(SECRET, header, PAYLOAD))).needsReseal()).isFalse();
  }

  @Test
  @DisplayName("R7 A previous key that is listed twice counts once")
  void previousKeyTwice() {
    Seal ring = Jws.seal(SECRET, OTHER_SECRET, OTHER_SECRET);
    assertThat(Jws.valid(ring.unseal(tokenOf(OTHER_SECRET))).needsReseal()).isTrue();
  }

  @Test
  @DisplayName("R7 A key verifies only tokens with its own ID")
  void nameOfOneKeySignatureOfAnother() {
    var parts = Jws.parts(tokenOf(SECRET));
    String crossed = Jws.signParts(OTHER_SECRET, parts.get(0), parts.get(1));
    assertThat(Jws.reason(rotated.unseal(crossed))).isEqualTo(RejectionReason.BAD_SIGNATURE);
  }
}
