package dev.signet.json;

import static dev.signet.json.Payloads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signet.SessionAttributeException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExactNumbersTest {

  /** A record with a number that is the one thing it has. */
  public record Bytes(byte number) {}

  /** A record with a number that is the one thing it has. */
  public record Floats(Float number) {}

  /** A record with a number that is the one thing it has. */
  public record Doubles(double number) {}

  /** A record with a number that is the one thing it has. */
  public record Ints(int number) {}

  private static final Set<Class<?>> NUMBERS =
      Set.of(Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class);

  private static void refused(String json, Type type) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("%s as %s", json, type)
        .isThrownBy(() -> read(json, type));
  }

  static Stream<Arguments> numbersThatDoNotFit() {
    return Stream.of(
        Arguments.of("128", Byte.class),
        Arguments.of("200", Byte.class),
        Arguments.of("255", byte.class),
        Arguments.of("-129", Byte.class),
        Arguments.of("4294967296", byte.class),
        Arguments.of("32768", Short.class),
        Arguments.of("65535", short.class),
        Arguments.of("2147483648", Integer.class),
        Arguments.of("-2147483649", int.class),
        Arguments.of("4294967296", Integer.class),
        Arguments.of("9223372036854775808", Long.class),
        Arguments.of("-9223372036854775809", long.class),
        Arguments.of("18446744073709551616", Long.class),
        Arguments.of("9007199254740993", Double.class),
        Arguments.of("-9007199254740993", double.class),
        Arguments.of("9223372036854775807", Double.class),
        Arguments.of("1e400", Double.class),
        Arguments.of("-1e400", double.class),
        Arguments.of("1e99999999999", Double.class),
        Arguments.of("1" + "0".repeat(400), Double.class),
        Arguments.of("16777217", Float.class),
        Arguments.of("1e39", Float.class),
        Arguments.of("-3.5e38", float.class));
  }

  @ParameterizedTest
  @MethodSource("numbersThatDoNotFit")
  @DisplayName("A number that does not fit is an error, never cut")
  void numberThatDoesNotFit(String number, Class<?> type) {
    refused(number, type);
  }

  @ParameterizedTest
  @MethodSource("numbersThatDoNotFit")
  @DisplayName("A number inside a value that does not fit is an error")
  void numberInsideThatDoesNotFit(String number, Class<?> type) {
    Map<Class<?>, List<Type>> insides =
        Map.of(
            Byte.class,
            List.of(new TypeReference<List<Byte>>() {}.getType(), Byte[].class, Bytes.class),
            Short.class,
            List.of(new TypeReference<List<Short>>() {}.getType(), short[].class),
            Integer.class,
            List.of(new TypeReference<List<Integer>>() {}.getType(), int[].class, Ints.class),
            Long.class,
            List.of(new TypeReference<List<Long>>() {}.getType(), long[].class),
            Float.class,
            List.of(new TypeReference<List<Float>>() {}.getType(), Floats.class),
            Double.class,
            List.of(new TypeReference<List<Double>>() {}.getType(), Doubles.class));
    for (Type inside : insides.getOrDefault(type, List.of())) {
      refused("[" + number + "]", inside);
      refused("{\"number\":" + number + "}", inside);
    }
  }

  @Test
  void numbersThatFitInside() {
    assertThat(read("{\"number\":-128}", Bytes.class)).isEqualTo(new Bytes((byte) -128));
    assertThat(read("{\"number\":16777216}", Floats.class)).isEqualTo(new Floats(16777216f));
    assertThat(read("{\"number\":0.1}", Doubles.class)).isEqualTo(new Doubles(0.1));
    assertThat(read("{\"number\":\"NaN\"}", Doubles.class)).isEqualTo(new Doubles(Double.NaN));
    assertThat(read("[1,-1]", new TypeReference<List<Byte>>() {}.getType()))
        .isEqualTo(List.of((byte) 1, (byte) -1));
  }

  @Test
  void numbersThatJustFit() {
    assertThat(read("-128", Byte.class)).isEqualTo((byte) -128);
    assertThat(read("127", byte.class)).isEqualTo((byte) 127);
    assertThat(read("-32768", Short.class)).isEqualTo(Short.MIN_VALUE);
    assertThat(read("2147483647", Integer.class)).isEqualTo(Integer.MAX_VALUE);
    assertThat(read("-9223372036854775808", Long.class)).isEqualTo(Long.MIN_VALUE);
    assertThat(read("9007199254740992", Double.class)).isEqualTo(9007199254740992.0);
    assertThat(read("9007199254740994", double.class)).isEqualTo(9007199254740994.0);
    assertThat(read("-9223372036854775808", Double.class)).isEqualTo(-0x1p63);
    assertThat(read("1.7976931348623157e308", Double.class)).isEqualTo(Double.MAX_VALUE);
    assertThat(read("16777216", Float.class)).isEqualTo(16777216f);
    assertThat(read("9223372036854775808", BigInteger.class)).isEqualTo(BigInteger.TWO.pow(63));
    assertThat(read("1e400", BigDecimal.class)).isEqualTo(new BigDecimal("1e400"));
  }

  @Test
  @DisplayName("A fraction is rounded to the nearest value of its type")
  void fractionsAreRounded() {
    assertThat(read("0.1000000000000000055511151231257827", Double.class)).isEqualTo(0.1);
    assertThat(read("0.1", Float.class)).isEqualTo(0.1f);
    assertThat(read("1e-400", Double.class)).isEqualTo(0.0);
  }

  @Test
  @DisplayName("A fraction is no integer, even if it has an integer value")
  void fractionForAnInteger() {
    for (String number : List.of("1.5", "1.0", "1e2", "-0.0", "1e400")) {
      for (Class<?> type : List.of(Byte.class, Short.class, Integer.class, Long.class, int.class)) {
        refused(number, type);
      }
      refused(number, BigInteger.class);
    }
  }

  @Test
  void integerIsReadAsAnyNumberItFits() {
    for (Class<?> type : NUMBERS) {
      assertThat(((Number) read("7", type)).doubleValue()).as(type.getName()).isEqualTo(7.0);
    }
  }

  @Test
  @DisplayName("A number is neither text nor a boolean, and text is no number")
  void numbersAndText() {
    for (Class<?> type : NUMBERS) {
      for (String json : List.of("\"7\"", "\"\"", "\"x\"", "true", "[7]", "{}", "[]", "null")) {
        refused(json, type);
      }
    }
    for (String number : List.of("0", "1", "7", "1.5")) {
      refused(number, String.class);
      refused(number, Boolean.class);
      refused(number, boolean.class);
      refused(number, Character.class);
    }
  }
}
