package dev.signet.seal;

import static dev.signet.seal.Jws.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever is sent: no exception and no session. The seed is fixed, so a failure comes again. */
class RandomTokenTest {

  private static final String TOKEN_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_....==";

  private final Random random = new Random(20_260_101);
  private final Seal seal = Jws.seal(SECRET);
  private final String good = Jws.token();

  private void refused(int times, Supplier<String> tokens) {
    for (int i = 0; i < times; i++) {
      String token = tokens.get();
      if (!token.equals(good)) {
        assertThat(seal.unseal(token)).as(token).isInstanceOf(UnsealResult.Rejected.class);
      }
    }
  }

  private String text(int length, Supplier<Integer> characters) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) characters.get().intValue());
    }
    return text.toString();
  }

  private int tokenCharacter() {
    return TOKEN_CHARACTERS.charAt(random.nextInt(TOKEN_CHARACTERS.length()));
  }

  private int anyCharacter() {
    return random.nextInt(Character.MAX_VALUE + 1);
  }

  private String mutated(String token) {
    int from = random.nextInt(token.length());
    int to = from + random.nextInt(Math.min(8, token.length() - from) + 1);
    String piece = token.substring(from, to);
    String other =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> piece + piece;
          case 2 -> new StringBuilder(piece).reverse().toString();
          case 3 -> text(piece.length(), this::tokenCharacter);
          default -> text(random.nextInt(4), this::anyCharacter);
        };
    return token.substring(0, from) + other + token.substring(to);
  }

  @Test
  @DisplayName("R1 Random text of token characters is refused")
  void charactersOfATokenInAnyOrder() {
    refused(10_000, () -> text(random.nextInt(300), this::tokenCharacter));
  }

  @Test
  @DisplayName("R1 Random text of any characters is refused")
  void anyCharacters() {
    refused(10_000, () -> text(random.nextInt(300), this::anyCharacter));
  }

  @Test
  @DisplayName("R1 A token with one to three changed pieces is refused")
  void mutationsOfAGoodToken() {
    refused(
        20_000,
        () -> {
          String token = good;
          for (int i = random.nextInt(3); i >= 0; i--) {
            token = mutated(token.isEmpty() ? good : token);
          }
          return token;
        });
  }

  @Test
  @DisplayName("R1 Random text after a valid header is refused")
  void garbageUnderOurHeader() {
    String header = Jws.parts(good).get(0);
    refused(
        10_000,
        () ->
            header
                + '.'
                + text(random.nextInt(200), this::anyCharacter)
                + '.'
                + text(43, this::tokenCharacter));
  }
}
