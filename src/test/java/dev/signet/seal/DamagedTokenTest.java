package dev.signet.seal;

import static dev.signet.seal.Jws.PAYLOAD;
import static dev.signet.seal.Jws.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTokenTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Seal seal = Jws.seal(SECRET);
  private final String good = Jws.token();

  private void refused(String token) {
    assertThat(seal.unseal(token)).as(token).isInstanceOf(UnsealResult.Rejected.class);
  }

  /** Returns the other texts that a careless reader takes for the same bytes. */
  private static List<String> withSpareBits(String text) {
    int last = text.length() - 1;
    int clean = ALPHABET.indexOf(text.charAt(last));
    int most = text.length() % 4 == 2 ? 0b1111 : 0b11;
    var texts =
        IntStream.rangeClosed(1, most)
            .mapToObj(bits -> text.substring(0, last) + ALPHABET.charAt(clean | bits))
            .toList();
    assertThat(texts)
        .allSatisfy(other -> assertThat(Jws.decode(other)).isEqualTo(Jws.decode(text)))
        .doesNotHaveDuplicates();
    return texts;
  }

  /** The high bits of a char matter too: whoever drops them reads an A in U+0141. */
  @Test
  @DisplayName("R1 A token with any single bit flipped is refused")
  void everyBitFlipped() {
    for (int i = 0; i < good.length(); i++) {
      for (int bit = 0; bit < Character.SIZE; bit++) {
        var token = new StringBuilder(good);
        token.setCharAt(i, (char) (good.charAt(i) ^ (1 << bit)));
        refused(token.toString());
      }
    }
  }

  @Test
  @DisplayName("R1 A token truncated at any position, from either end, is refused")
  void everyTruncation() {
    for (int i = 0; i < good.length(); i++) {
      refused(good.substring(0, i));
      refused(good.substring(i + 1));
    }
  }

  @Test
  @DisplayName("R1 A token with a character more or less is refused")
  void everyInsertionAndDeletion() {
    for (int i = 0; i <= good.length(); i++) {
      for (String more : List.of(".", "A", "=", " ", "\"", "\0", "\n", "%41", "é")) {
        refused(good.substring(0, i) + more + good.substring(i));
      }
      if (i < good.length()) {
        refused(good.substring(0, i) + good.substring(i + 1));
      }
    }
  }

  @ParameterizedTest
  @DisplayName("R1 Text without three parts is no token")
  @ValueSource(
      strings = {"", ".", "..", "...", "....", "a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e"})
  void otherNumberOfParts(String token) {
    assertThat(Jws.reason(seal.unseal(token))).isEqualTo(RejectionReason.MALFORMED);
  }

  @Test
  @DisplayName("R1 Two, four and five parts of a valid token are no token")
  void partsOfAGoodToken() {
    var parts = Jws.parts(good);
    String header = parts.get(0);
    String body = parts.get(1);
    String signature = parts.get(2);
    for (String token :
        List.of(
            header + '.' + signature,
            header + '.' + body + '.' + body + '.' + signature,
            header + '.' + body + ".." + signature,
            header + "..." + body + '.' + signature)) {
      assertThat(Jws.reason(seal.unseal(token))).as(token).isEqualTo(RejectionReason.MALFORMED);
    }
    refused(header + ".." + signature);
    refused('.' + body + '.' + signature);
  }

  @ParameterizedTest
  @DisplayName("R4 A header with spare bits set is refused despite a valid signature")
  @ValueSource(strings = {" ", "  "})
  void spareBitsOfTheHeader(String end) {
    String header = "{\"alg\":\"HS256\",\"kid\":\"%s\"}%s".formatted(Jws.keyId(SECRET), end);
    String body = Jws.encode(PAYLOAD);
    assertThat(seal.unseal(Jws.sign(SECRET, header, PAYLOAD)))
        .isInstanceOf(UnsealResult.Valid.class);
    for (String other : withSpareBits(Jws.encode(header))) {
      assertThat(Jws.reason(seal.unseal(Jws.signParts(SECRET, other, body))))
          .isEqualTo(RejectionReason.UNSUPPORTED);
    }
  }

  @ParameterizedTest
  @DisplayName("R4 A payload with spare bits set is refused despite a valid signature")
  @ValueSource(strings = {"x", "xx", "xxxx", "xxxxx"})
  void spareBitsOfThePayload(String payload) {
    String header = Jws.parts(good).get(0);
    for (String other : withSpareBits(Jws.encode(payload))) {
      assertThat(Jws.reason(seal.unseal(Jws.signParts(SECRET, header, other))))
          .isEqualTo(RejectionReason.MALFORMED);
    }
  }

  @Test
  @DisplayName("R4 A signature with spare bits set is refused")
  void spareBitsOfTheSignature() {
    int start = good.lastIndexOf('.') + 1;
    for (String other : withSpareBits(good.substring(start))) {
      assertThat(Jws.reason(seal.unseal(good.substring(0, start) + other)))
          .isEqualTo(RejectionReason.BAD_SIGNATURE);
    }
  }

  @ParameterizedTest
  @DisplayName("R1 A payload that is not base64url is refused despite a valid signature")
  @ValueSource(
      strings = {"eA==", "eHg=", "=", "e", "eHh4e", "eH g", "+/8A", "e?", "eA\n", "{}", "%"})
  void payloadInAnotherForm(String body) {
    String header = Jws.parts(good).get(0);
    assertThat(Jws.reason(seal.unseal(Jws.signParts(SECRET, header, body))))
        .isEqualTo(RejectionReason.MALFORMED);
  }

  @Test
  @DisplayName("R1 A header or a signature with padding is refused")
  void padding() {
    var parts = Jws.parts(good);
    String header = "{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(Jws.keyId(SECRET));
    refused(Jws.signParts(SECRET, Jws.encode(header) + "=", parts.get(1)));
    refused(Jws.signParts(SECRET, parts.get(0) + "=", parts.get(1)));
    refused(good + "=");
    refused(good.substring(0, good.length() - 1) + "=");
  }

  @ParameterizedTest
  @DisplayName("R1 A token with characters beyond ASCII at any position is refused")
  @ValueSource(strings = {"é", "ÿ", "\u0080", "Ł", "€", "Ａ", "😀", "\ud800", "\udc00", "\ufeff"})
  void beyondAscii(String text) {
    for (int i = 0; i <= good.length(); i++) {
      refused(good.substring(0, i) + text + good.substring(i));
      refused(good.substring(0, i) + text + good.substring(Math.min(good.length(), i + 1)));
    }
  }

  /** Two chars of a token may be one byte of its text, so that it ends before it should. */
  @Test
  @DisplayName("R1 A token of surrogate pairs is refused")
  void manySurrogatePairs() {
    var parts = Jws.parts(good);
    for (int pairs = 1; pairs <= 200; pairs++) {
      String text = "😀".repeat(pairs);
      refused(parts.get(0) + '.' + text + '.' + parts.get(2));
      refused(text + '.' + parts.get(1) + '.' + parts.get(2));
      refused(parts.get(0) + '.' + parts.get(1) + '.' + text);
    }
    refused(parts.get(0) + '.' + parts.get(1) + '.' + "😀".repeat(21) + "A");
  }
}
