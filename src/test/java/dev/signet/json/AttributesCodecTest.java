package dev.signet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesCodecTest {

  private final AttributesCodec codec = new AttributesCodec(new JsonCodec());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-0.50",
        "1e3",
        "true",
        "null",
        "\"\"",
        "\"a\\u0000\\\"b\"",
        "\"\u00e4\ud83d\ude00\"",
        "[]",
        "[1, [2 ], {\"a\" :3}]",
        "{}",
        "{\"b\":1,\"a\": 2}"
      })
  @DisplayName("a value is read back unchanged")
  void valuesComeBack(String value) {
    Map<String, String> attributes = Map.of("first", value, "last", value);

    assertThat(codec.read(codec.write(attributes))).isEqualTo(attributes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"", "\\", "a.b", "\u0000", "\u00e4", "\ud83d\ude00", "null"})
  @DisplayName("any text is accepted as a name")
  void namesComeBack(String name) {
    Map<String, String> attributes = Map.of(name, "1", "other", "2");

    assertThat(codec.read(codec.write(attributes))).isEqualTo(attributes);
  }

  @Test
  @DisplayName("many and long attributes are read back")
  void muchComesBack() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      attributes.put("n\u00e4me" + i, "\"" + "\u20ac\ud83d\ude00x".repeat(i) + "\"");
    }

    assertThat(codec.read(codec.write(attributes))).isEqualTo(attributes);
  }

  @Test
  @DisplayName("names keep their order")
  void namesAreInOrder() {
    assertThat(codec.write(Map.of("b", "2", "a", "1", "c", "3")))
        .isEqualTo("{\"a\":1,\"b\":2,\"c\":3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{\"a\"}", "{\"a\":1", "{\"a\":1}}", "{\"a\":x}"})
  @DisplayName("text that is not one object is refused")
  void otherTextIsRefused(String text) {
    assertThat(codec.read(text)).isNull();
  }
}
