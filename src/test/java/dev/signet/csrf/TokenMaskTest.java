package dev.signet.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMaskTest {

  private final SecureRandom random = new SecureRandom();
  private final byte[] secret = random.generateSeed(TokenMask.SECRET_BYTES);

  @Test
  @DisplayName("N2 tokens differ in both halves and have the same meaning")
  void differs() {
    Set<String> halves = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String token = TokenMask.mask(secret, random);
      assertThat(token).matches("[\\w-]{43}");
      assertThat(TokenMask.unmask(token)).isEqualTo(secret);
      halves.add(token.substring(0, 20));
      halves.add(token.substring(23));
    }
    assertThat(halves).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "%%%", "ä"})
  @DisplayName("N2 text of any length that is no token is refused")
  void noToken(String text) {
    assertThat(TokenMask.unmask(text)).isNull();
    assertThat(TokenMask.unmask((text + "!".repeat(43)).substring(0, 43))).isNull();
    assertThat(TokenMask.unmask(text + "A".repeat(100_000))).isNull();
  }
}
