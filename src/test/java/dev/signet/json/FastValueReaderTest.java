package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P1 The fast reader reads plain values like the mapper")
class FastValueReaderTest {

  private final ObjectMapper mapper = JacksonSetup.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "-48213",
        "2147483647",
        "2147483648",
        "-2147483648",
        "-2147483649",
        "999999999999999999",
        "-999999999999999999",
        "true",
        "false",
        "\"\"",
        "\"dark\"",
        "\"Grüße, 東京, 😀\"",
        "\"[1,{]\"",
        "[]",
        "[[]]",
        "[1,-2,true,\"x\",[false],{}]",
        "{}",
        "{\"a\":1,\"b\":[{\"c\":\"d\"}],\"e\":{\"f\":{}}}",
        "{\"a\":1,\"a\":2}"
      })
  void plainValueIsReadAsTheMapperReadsIt(String text) throws IOException {
    Object value = FastValueReader.read(json(text));

    assertThat(value).isEqualTo(mapper.readValue(text, Object.class));
    assertThat(value).hasSameClassAs(mapper.readValue(text, Object.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[null]",
        "1.5",
        "1e3",
        "-1E3",
        "[1.0]",
        "1000000000000000000",
        "9223372036854775808",
        "\"a\\n\"",
        "\"\\u0041\"",
        "[\"\\\\\"]",
        "{\"\\\"\":1}",
        "{\"a\":1.5}",
        "[1 ,2]",
        "[1, 2]",
        "[1;2]",
        "[1,]",
        "[1,}",
        "[1 ",
        "[\"a",
        "{\"a\":1,}",
        "{\"a\":1 ",
        "[{},{\"a\"",
        "[ 1]",
        "[ ]",
        "{ \"a\":1}",
        "{\"a\" :1}",
        "{\"a\": 1}",
        "{\"a\":1 }",
        "{\"a\":1, \"b\":2}"
      })
  void anyOtherIsLeftToTheMapper(String text) {
    assertThat(FastValueReader.read(json(text))).isNull();
  }

  @Test
  void noBeginningOfAValueIsAValue() {
    byte[] source = "[{\"a\":-1},{\"a\":[true],\"b\":\"c\"}]".getBytes(UTF_8);
    for (int length = 0; length < source.length; length++) {
      assertThat(FastValueReader.read(new RawJson(source, 0, length))).isNull();
      assertThat(FastValueReader.read(new RawJson(Arrays.copyOf(source, length)))).isNull();
    }
  }

  @Test
  void deepValuesAreLeftToTheMapper() {
    for (String open : List.of("[", "{\"a\":")) {
      String close = open.equals("[") ? "]" : "}";
      assertThat(FastValueReader.read(json(open.repeat(16) + "1" + close.repeat(16)))).isNotNull();
      assertThat(FastValueReader.read(json(open.repeat(17) + "1" + close.repeat(17)))).isNull();
      String flat = open + "1" + close;
      assertThat(FastValueReader.read(json("[" + (flat + ",").repeat(20) + flat + "]")))
          .isNotNull();
    }
  }

  @Test
  @DisplayName("P1 The names of maps in a list are the same strings")
  void namesOfMapsAreReused() {
    var maps = (List<?>) requireNonNull(FastValueReader.read(json("[{},{\"ab\":1},{\"ab\":2}]")));
    var names = maps.stream().flatMap(map -> ((Map<?, ?>) map).keySet().stream()).toList();

    assertThat(names).hasSize(2);
    assertThat(names.get(0)).isSameAs(names.get(1));
  }

  @Test
  void onlyItsPieceOfALongerTextIsRead() {
    byte[] source = "{\"a\":12345}".getBytes(UTF_8);

    assertThat(FastValueReader.read(new RawJson(source, 5, 2))).isEqualTo(12);
  }

  @Test
  void namesOfManyMapsAreToldApart() throws IOException {
    String text =
        "[{'a':1,'':2},{'a':1,'':2,'b':3},{'ab':1,'ba':2},{'aab':1,'abb':2},{'ab':3,'ä':4,'ã':5},{'a':6,'ab':7}]"
            .replace('\'', '"');

    assertThat(FastValueReader.read(json(text))).isEqualTo(mapper.readValue(text, Object.class));
    assertThat(FastValueReader.read(json("[{\"a\":1},{\"a\":1},{\"a\\\"\":1}]"))).isNull();
  }

  @Test
  void whatWasReadCanBeChanged() {
    @SuppressWarnings("unchecked") // it is such a list
    var list = (List<Object>) requireNonNull(FastValueReader.read(json("[1]")));
    list.add(2);

    assertThat(list).containsExactly(1, 2);
  }

  @Test
  void valuesOfAnyShapeAreReadAsTheMapperReadsThem() throws IOException {
    var random = new Random(20261121);
    int plain = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] text = mapper.writeValueAsBytes(value(random, 3));
      Object read = FastValueReader.read(new RawJson(text));
      if (read != null) {
        plain++;
        assertThat(read).isEqualTo(mapper.readValue(text, Object.class));
      }
    }
    assertThat(plain).isBetween(500, 1900);
  }

  /** Returns a value of any shape, mostly a plain one. */
  static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextLong() >> random.nextInt(64);
      case 2 -> random.nextBoolean();
      case 3 -> string(random);
      case 4 -> string(random) + random.nextInt(1000);
      case 5 -> random.nextInt(8) == 0 ? random.nextDouble() : random.nextInt(100);
      case 6 -> {
        List<Object> list = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          map.put(string(random), value(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static String string(Random random) {
    List<String> pieces = List.of("a", "id", " ", ",", "]", "é", "語", "😀", "\"", "\\");
    var text = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      text.append(pieces.get(random.nextInt(random.nextInt(6) == 0 ? 10 : 8)));
    }
    return text.toString();
  }

  private static RawJson json(String text) {
    return new RawJson(text.getBytes(UTF_8));
  }
}
