package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.read;
import static dev.signet.json.Payloads.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are read without a type and written again. */
class UntypedNumbersTest {

  /** A property without a type. */
  public record Holder(Object held) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1",
        "1.10",
        "1.00",
        "-0.0",
        "1E+2",
        "1E-7",
        "1E+400",
        "1E-400",
        "3.141592653589793238462643383279",
        "12345678901234567890.5",
        "9007199254740993.0",
        "100.0",
        "0.0"
      })
  @DisplayName("V2 A fraction that is read without a type is written with its value and scale")
  void fractionKeepsValueAndScale(String number) {
    var exact = new BigDecimal(number);
    for (String json : List.of(number, "[" + number + "]", "{\"a\":[{\"b\":" + number + "}]}")) {
      for (Type type : List.of(Object.class, Map.class, List.class, Holder.class)) {
        String text =
            type == Holder.class ? "{\"held\":" + json + "}" : type == Object.class ? json : null;
        if (text != null) {
          assertThat(string(JSON.write("key", read(text, type)))).isEqualTo(text);
        }
      }
    }
    assertThat(new BigDecimal(String.valueOf(read(number, Object.class)))).isEqualTo(exact);
  }

  @Test
  @DisplayName("V2 A fraction that a Double holds exactly is a Double")
  void doubleStaysADouble() {
    var random = new Random(20261127);
    for (int i = 0; i < 10_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Payloads.roundTrip(value, Object.class)).isEqualTo(value);
      }
    }
    assertThat(read("[0.5,-0.0]", Object.class)).isEqualTo(List.of(0.5, -0.0));
  }

  @Test
  @DisplayName("V2 Numbers of any size keep their value when they are read without a type")
  void numbersOfAnySizeKeepTheirValue() {
    var random = new Random(20261128);
    for (int i = 0; i < 10_000; i++) {
      var unscaled = new BigInteger(random.nextInt(200), random);
      var value =
          new BigDecimal(
              random.nextBoolean() ? unscaled : unscaled.negate(), random.nextInt(80) - 40);
      Object read = read(string(JSON.write("key", List.of(value))), Object.class);
      String again = string(JSON.write("key", read));
      assertThat(
              ((List<?>)
                      read(
                          again,
                          new com.fasterxml.jackson.core.type.TypeReference<
                              List<BigDecimal>>() {}.getType()))
                  .get(0))
          .isEqualTo(value);
    }
  }
}
