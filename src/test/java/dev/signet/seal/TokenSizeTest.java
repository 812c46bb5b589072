package dev.signet.seal;

import static dev.signet.seal.Jws.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every token here is properly signed: only the size is looked at before. */
class TokenSizeTest {

  private final Seal seal = Jws.seal(SECRET);

  /** Blanks in the header make up for the lengths base64 does not have. */
  private static String tokenOf(int length) {
    for (int blanks = 0; blanks < 4; blanks++) {
      String header =
          "{\"alg\":\"HS256\",\"kid\":\"%s\"}%s".formatted(Jws.keyId(SECRET), " ".repeat(blanks));
      int rest = length - Jws.sign(SECRET, header, "").length();
      String token = Jws.sign(SECRET, header, "x".repeat(rest * 3 / 4));
      if (token.length() == length) {
        return token;
      }
    }
    throw new AssertionError("No token of " + length + " characters.");
  }

  @Test
  @DisplayName("R2 A token of 4096 characters is opened")
  void longestToken() {
    assertThat(seal.unseal(tokenOf(4096))).isInstanceOf(UnsealResult.Valid.class);
  }

  @Test
  @DisplayName("R2 A token of 4097 characters is refused despite its valid signature")
  void oneCharacterMore() {
    assertThat(Jws.reason(seal.unseal(tokenOf(4097)))).isEqualTo(RejectionReason.TOO_LONG);
  }

  @Test
  @DisplayName("R2 A token of 64 kB is refused despite its valid signature")
  void farTooLong() {
    assertThat(Jws.reason(seal.unseal(seal.seal("", new byte[48_000], ""))))
        .isEqualTo(RejectionReason.TOO_LONG);
  }

  @Test
  @DisplayName("R2 The size is checked first")
  void tooLongAndNoToken() {
    assertThat(Jws.reason(seal.unseal(".".repeat(65_536)))).isEqualTo(RejectionReason.TOO_LONG);
    assertThat(Jws.reason(seal.unseal("\u20ac".repeat(4097)))).isEqualTo(RejectionReason.TOO_LONG);
    assertThat(Jws.reason(seal.unseal(".".repeat(4096)))).isEqualTo(RejectionReason.MALFORMED);
  }
}
