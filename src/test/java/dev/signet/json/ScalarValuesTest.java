package dev.signet.json;

import static dev.signet.json.Payloads.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarValuesTest {

  static Stream<Object> scalars() {
    return Stream.of(
        "text",
        "",
        true,
        false,
        'x',
        'é',
        (byte) -128,
        (byte) 127,
        Short.MIN_VALUE,
        Short.MAX_VALUE,
        0,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        0L,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        0.1f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        -0.0f,
        0.1,
        -0.0,
        1e100,
        5e15,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        new BigDecimal("0.10"),
        new BigDecimal("1E+400"),
        new BigDecimal("1234567890.12345678901234567890"),
        BigInteger.TWO.pow(200),
        UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
        URI.create("https://example.org/a?b=c#d"),
        Thread.State.NEW,
        Date.from(Instant.ofEpochMilli(1_700_000_000_123L)));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void scalarIsReadAsItsOwnType(Object value) {
    assertThat(roundTrip(value, value.getClass())).isEqualTo(value);
  }

  static Stream<Object> numbersBeyondNumbers() {
    return Stream.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @MethodSource("numbersBeyondNumbers")
  @DisplayName("W12 NaN and Infinity are refused")
  void notANumberAndInfinityAreRefused(Object value) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> roundTrip(value, value.getClass()));
  }

  @Test
  void largeNumbersOfNoTypeAreNotCut() {
    var value = new BigDecimal("1e400");
    assertThat(roundTrip(value, Object.class)).isEqualTo(value);
  }

  @Test
  void integerOfThreeThousandDigits() {
    var value = new BigInteger("7".repeat(3000));
    assertThat(roundTrip(value, BigInteger.class)).isEqualTo(value);
    assertThat(roundTrip(value, Object.class)).isEqualTo(value);
    assertThat(roundTrip(List.of(value.negate()), Object.class)).isEqualTo(List.of(value.negate()));
  }

  @Test
  void bytes() {
    byte[] value = {0, 1, -1, 127, -128};
    assertThat(roundTrip(value, byte[].class)).isEqualTo(value);
    assertThat(roundTrip(new byte[0], byte[].class)).isEqualTo(new byte[0]);
    assertThat(roundTrip(value, Object.class)).isEqualTo("AAH/f4A=");
  }
}
