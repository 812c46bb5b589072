package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

  /**
   * Every kind of character: escaped, of one to four bytes, and the two that end lines in scripts.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "\"",
        "\\",
        "\\u0041",
        "\\\\uD800",
        "\\uD83D",
        "/",
        "\b\f\n\r\t",
        "\u0000\u001f",
        "\u007f",
        "é",
        "€",
        "\ud7ff\ue000",
        "\ufffd\uffff",
        "😀",
        "\udbff\udfff",
        "a😀b\\😀\"😀",
        "\u2028\u2029",
        "</script>"
      })
  void textIsReadAsItWasWritten(String text) {
    assertThat(Payloads.roundTrip(text, String.class)).isEqualTo(text);
    assertThat(Payloads.roundTrip(text, Object.class)).isEqualTo(text);
    Object nested = List.of(text, Map.of(text, text), Map.of("k" + text, List.of(text)));
    assertThat(Payloads.roundTrip(nested, Object.class)).isEqualTo(nested);
  }

  @Test
  @DisplayName("W11 A character has the same length inside a value as alone")
  void lengthOfCharacters() {
    assertThat(JSON.write("key", "😀").length()).isEqualTo(2 + 4);
    assertThat(JSON.write("key", List.of("😀")).length()).isEqualTo(4 + 4);
    assertThat(JSON.write("key", Map.of("😀", "é")).length()).isEqualTo(7 + 4 + 2);
  }

  static Stream<Object> valuesWithHalfACharacter() {
    return Stream.of(
            "\ud800", "\udfff", "x\ud83d", "\ude00x", "\ude00\ud83d", "a\ud83db", "\\\ud83d")
        .flatMap(
            text ->
                Stream.of(
                    text,
                    List.of(text),
                    List.of("😀\\", text),
                    Map.of("k", text),
                    Map.of(text, "v"),
                    List.of(Map.of("k", Map.of(text, 1))),
                    new AtomicReference<>(text),
                    text.toCharArray(),
                    new Named(text)));
  }

  /** A record with text in it. */
  public record Named(String name) {}

  /** Written all the same, such a key could not be read, and with it the whole session. */
  @ParameterizedTest
  @MethodSource("valuesWithHalfACharacter")
  @DisplayName("W12 Half of a surrogate pair in a value is refused")
  void halfOfACharacter(Object value) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JSON.write("half", value))
        .withMessageContaining("'half'")
        .withMessageContaining(value.getClass().getTypeName())
        .withNoCause();
  }

  @Test
  @DisplayName("W12 Half of a surrogate pair as a Character is refused")
  void halfOfACharacterAsAChar() {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JSON.write("half", '\ud83d'));
  }

  @ParameterizedTest
  @DisplayName("W12 Half of a surrogate pair in an attribute's name is refused")
  @ValueSource(strings = {"\ud800", "a\udc00", "\ud83dx", "\ude00\ud83d"})
  void halfOfACharacterInAName(String name) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JsonCodec.nameLength(name))
        .withNoCause()
        .satisfies(e -> assertThat(e.key()).isEqualTo(name))
        .satisfies(e -> assertThat(e.type()).isEqualTo("java.lang.String"));
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> Payloads.written(Map.of(name, text("1"))));
  }

  @ParameterizedTest
  @DisplayName("R1 A name or a key with half of a surrogate pair is a damaged session")
  @ValueSource(strings = {"{\"\\ud800\":1}", "{\"a\":{\"\\ud83d\":1}}", "{\"a\\udc00\":1}"})
  void halfOfACharacterInAToken(String data) {
    assertThat(Payloads.read(Payloads.with(data))).isNull();
  }
}
