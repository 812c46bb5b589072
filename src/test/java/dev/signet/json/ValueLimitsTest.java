package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be written can be read: the limits are the same in both directions. */
class ValueLimitsTest {

  /** A value of any kind inside a record. */
  public record Holder(Object held) {}

  private static BigInteger digits(int count) {
    return new BigInteger("9".repeat(count));
  }

  static Stream<Arguments> largestValues() {
    return Stream.of(
        Arguments.of(digits(4096)),
        Arguments.of(digits(4095).negate()),
        Arguments.of(List.of(digits(4096))),
        Arguments.of("x".repeat(20_000_000)),
        Arguments.of("é".repeat(10_000_000)),
        Arguments.of(Map.of("k".repeat(50_000), 1)),
        Arguments.of(Map.of("k".repeat(49_999), 0.5)),
        Arguments.of(Map.of("é".repeat(25_000), 0.5)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("largestValues")
  @DisplayName("V3 The largest number, string and name that put accepts are read back")
  void largestValuesAreReadBack(Object value) {
    assertThat(roundTrip(value, Object.class).equals(value)).isTrue();
    Map<String, String> stored = Map.of("key", JSON.write("key", value).content());
    assertThat(new AttributesCodec(JSON).read(new AttributesCodec(JSON).write(stored)))
        .as("in one column")
        .isNotNull();
  }

  static Stream<Arguments> valuesBeyondALimit() {
    return Stream.of(
        Arguments.of(digits(4097), "number"),
        Arguments.of(digits(4096).negate(), "number"),
        Arguments.of(List.of(digits(5000)), "number"),
        Arguments.of(BigInteger.TEN.pow(4096), "number"),
        Arguments.of(new BigDecimal("0." + "1".repeat(4095)), "number"),
        Arguments.of("x".repeat(20_000_001), "string"),
        Arguments.of("é".repeat(10_000_001), "string"),
        Arguments.of(List.of("x".repeat(20_000_001)), "string"),
        Arguments.of(List.of(0.5, "x".repeat(20_000_001)), "string"),
        Arguments.of(Map.of("k".repeat(50_001), 1), "name"),
        Arguments.of(Map.of("k".repeat(60_000), 0.5), "name"),
        Arguments.of(Map.of("a", List.of(Map.of("é".repeat(25_001), 0.5))), "name"));
  }

  @ParameterizedTest(name = "{index} {1}")
  @MethodSource("valuesBeyondALimit")
  @DisplayName("V3 A value beyond a limit of the reader is refused when it is written")
  void valueBeyondALimitIsRefused(Object value, String what) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JSON.write("big", value))
        .withMessageContaining("'big'")
        .withMessageContaining("a " + what + " has more than")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).length()).isLessThan(1000));
  }

  @Test
  @DisplayName("V3 A name of an attribute that could not be read is refused, and not shown whole")
  void longNameIsRefused() {
    for (String name : List.of("n".repeat(50_001), "é".repeat(25_001), "\n".repeat(25_001))) {
      assertThatExceptionOfType(SessionAttributeException.class)
          .isThrownBy(() -> JSON.write(name, 1))
          .withMessageContaining("The name of attribute")
          .satisfies(e -> assertThat(String.valueOf(e.getMessage()).length()).isLessThan(1000));
    }
    assertThat(JSON.write("n".repeat(50_000), 1)).isEqualTo(RawJson.of("1"));
  }

  static Stream<Object> numbersThatAreNotJson() {
    return Stream.of(
        List.of(Double.NaN),
        Map.of("a", Double.POSITIVE_INFINITY),
        new Holder(Float.NEGATIVE_INFINITY),
        List.of(Map.of("a", new Holder(Double.NaN))),
        new double[] {1, Double.NaN},
        new float[] {Float.POSITIVE_INFINITY},
        List.of((Object) new Double[] {-1.0, Double.NEGATIVE_INFINITY}),
        List.of("NaN", "a\\\"Infinity", Double.NaN));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("numbersThatAreNotJson")
  @DisplayName("W12 NaN and Infinity are refused at any depth")
  void notANumberIsRefusedAtAnyDepth(Object value) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JSON.write("key", value))
        .withMessageContaining("JSON has neither NaN nor Infinity");
  }

  @Test
  @DisplayName("W12 A string that looks like such a number is a string")
  void stringsThatLookLikeNumbersAreStrings() {
    List<Object> value =
        List.of(
            "NaN",
            "-Infinity",
            "a,NaN",
            "\"NaN\"",
            "\\",
            0.5,
            "\\\\\"",
            "a\\u1 N",
            "ud800",
            "\u0001");
    assertThat(roundTrip(value, Object.class)).isEqualTo(value);
  }

  /** Returns strings that all have the same hash code. */
  static String[] colliding(int bits) {
    var strings = new String[1 << bits];
    for (int i = 0; i < strings.length; i++) {
      var text = new StringBuilder();
      for (int bit = 0; bit < bits; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      strings[i] = text.toString();
    }
    return strings;
  }

  @Test
  @DisplayName(
      "V6 Comparing sets of strings with the same hash code takes no longer than of others")
  void collidingStringsAreComparedFast() {
    String[] strings = colliding(15);
    String[] reversed = strings.clone();
    Collections.reverse(Arrays.asList(reversed));
    RawJson one = JSON.write("key", strings);
    RawJson other = JSON.write("key", reversed);
    long start = System.nanoTime();

    assertThat(JSON.sameElements(one, other)).isTrue();
    assertThat(JSON.sameContent(one, other)).isFalse();

    // 32,768 strings took three minutes when their hash codes mattered.
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  @Test
  @DisplayName("W1 Lists with the same elements in any order, as often as each other")
  void sameElementsCountRepetitions() {
    assertThat(same("[1,2,{\"a\":1,\"b\":2}]", "[{\"b\":2,\"a\":1},2,1]")).isTrue();
    assertThat(same("[1,1,2]", "[1,2,2]")).isFalse();
    assertThat(same("[1]", "[\"1\"]")).isFalse();
    assertThat(same("[null]", "[\"null\"]")).isFalse();
    assertThat(same("[[\"a\",\"b\"]]", "[[\"ab\"]]")).isFalse();
    assertThat(same("[1.1]", "[1.10]")).isFalse();
    assertThat(same("[[1,2]]", "[[2,1]]")).isFalse();
    assertThat(same("[{\"a\":1}]", "[{\"a\":2}]")).isFalse();
    assertThat(same("[{\"a\":1}]", "[{\"b\":1}]")).isFalse();
    assertThat(same("{}", "{}")).isFalse();
    assertThat(same("[1", "[2")).isFalse();
  }

  private static boolean same(String a, String b) {
    return JSON.sameElements(RawJson.of(a), RawJson.of(b));
  }
}
