package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P1 The fast writer writes plain values like the mapper")
class FastValueWriterTest {

  private final ObjectMapper mapper = JacksonSetup.create();

  private static @Nullable String written(Object value) {
    byte[] text = FastValueWriter.write(value);
    return text == null ? null : new String(text, UTF_8);
  }

  static Stream<Object> plainValues() {
    return Stream.of(
        0,
        9,
        10,
        -1,
        48213,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        0L,
        -9L,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        true,
        false,
        "",
        "dark",
        "\u0000\u001f\"\\/\u007f\u0080\u2028",
        "Grüße, 東京, 😀",
        List.of(),
        List.of(1, List.of("x", List.of()), Map.of()),
        Arrays.asList(1, null, "x"),
        new TreeMap<>(Map.of("b", 1, "a", "x", "ä\"", List.of(true))),
        Collections.unmodifiableMap(new HashMap<>(Collections.singletonMap("none", null))),
        Set.of(),
        Set.of("x"),
        new LinkedHashSet<>(Arrays.asList("b", 1, null, List.of(true), Set.of(2L))),
        new TreeSet<>(Set.of("b", "a", "ä")),
        new TreeMap<>(Map.of("b", 1, "a", 2)).keySet(),
        Collections.unmodifiableSet(new HashSet<>(List.of(3, 1, 2))),
        IntStream.range(0, 1000).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void plainValueIsWrittenAsTheMapperWritesIt(Object value) throws IOException {
    assertThat(written(value)).isEqualTo(mapper.writeValueAsString(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?", "\n", "\"", "\\", "ä", "😀", "\u0000", "\u001f", " ", "~", "\u007f"})
  void charactersAnywhereInAStringOfAnyLength(String character) throws IOException {
    for (int before = 0; before <= 70; before++) {
      String string = "x".repeat(before) + character + "y".repeat(70 - before);
      assertThat(written(string)).isEqualTo(mapper.writeValueAsString(string));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 100})
  @DisplayName("W12 Half of a surrogate pair cannot become JSON, however long the string is")
  void halfOfASurrogatePair(int before) {
    String string = "x".repeat(before) + '\ud800' + "x";

    assertThatIllegalArgumentException().isThrownBy(() -> FastValueWriter.write(string));
    assertThatIllegalArgumentException().isThrownBy(() -> FastValueWriter.write(List.of(string)));
    assertThatIllegalArgumentException().isThrownBy(() -> FastValueWriter.write(Map.of(string, 1)));
  }

  static Stream<Object> otherValues() {
    List<Object> deep = List.of();
    for (int i = 0; i < 16; i++) {
      deep = List.of(deep);
    }
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    return Stream.of(
        1.5,
        'x',
        new int[] {1},
        Thread.State.NEW,
        List.of(1.5),
        Map.of(1, 2),
        Map.of("a", Map.of("b", Thread.State.NEW)),
        new OwnList(),
        List.of(new OwnList()),
        new OwnMap(),
        Set.of(Optional.of("x")),
        new ArrayDeque<>(List.of("x")),
        properties(),
        deep,
        endless);
  }

  /** What is in it may be more than strings, which the mapper refuses. */
  private static Properties properties() {
    var properties = new Properties();
    properties.put("n", 1);
    return properties;
  }

  /** Somebody may have told the mapper how to write it. */
  private static final class OwnList extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  private static final class OwnMap extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @MethodSource("otherValues")
  void whateverElseThereIsTheMapperWrites(Object value) {
    assertThat(FastValueWriter.write(value)).isNull();
  }

  @Test
  void valuesOfAnyShapeAreWrittenAsTheMapperWritesThem() throws IOException {
    var random = new Random(20261121);
    int plain = 0;
    for (int i = 0; i < 2000; i++) {
      Object value = FastValueReaderTest.value(random, 3);
      String text = written(value);
      if (text != null) {
        plain++;
        assertThat(text).isEqualTo(mapper.writeValueAsString(value));
      }
    }
    assertThat(plain).isBetween(500, 1990);
  }

  @Test
  @DisplayName("V1 Values that share a buffer keep their texts, also if one of them is refused")
  void sharedBuffer() {
    var buffer = new Utf8Builder(8);
    var json = new JsonCodec();
    RawJson first = json.write("a", List.of("x", 1), buffer);
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> json.write("b", List.of("y", "\ud800"), buffer));
    RawJson byTheMapper = json.write("c", List.of("z", 1.5), buffer);
    RawJson last = json.write("d", "0123456789".repeat(20), buffer);

    assertThat(buffer.length()).isEqualTo(first.length() + last.length());
    assertThat(first.content()).isEqualTo("[\"x\",1]");
    assertThat(byTheMapper.content()).isEqualTo("[\"z\",1.5]");
    assertThat(last.content()).isEqualTo('"' + "0123456789".repeat(20) + '"');
  }
}
