package dev.signet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutableValuesTest {

  /** May have fields that change; its own class is not the platform's. */
  private static final class Price extends BigDecimal {
    private static final long serialVersionUID = 1L;

    Price() {
      super("1.50");
    }
  }

  /** Holds something that changes. */
  private record Cart(List<String> items) {}

  static Stream<Object> unchangeable() {
    return Stream.of(
        "x",
        true,
        'c',
        (byte) 1,
        (short) 1,
        1,
        1L,
        1f,
        1.0,
        BigDecimal.ONE,
        BigInteger.ONE,
        new UUID(0, 0),
        URI.create("a:b"),
        Thread.State.NEW,
        Instant.EPOCH,
        LocalDate.EPOCH,
        ZoneId.of("Europe/Berlin"),
        ZonedDateTime.now(ZoneId.of("UTC")));
  }

  @ParameterizedTest
  @MethodSource("unchangeable")
  void valueThatCannotChange(Object value) {
    assertThat(JsonCodec.isImmutable(value)).isTrue();
  }

  static Stream<Object> changeable() {
    return Stream.of(
        new ArrayList<>(),
        new HashMap<>(),
        new int[0],
        new byte[0],
        Date.from(Instant.EPOCH),
        new AtomicInteger(),
        new Price(),
        new Cart(new ArrayList<>()),
        List.of(new ArrayList<>()),
        Map.of("k", Date.from(Instant.EPOCH)),
        new Object());
  }

  @ParameterizedTest
  @MethodSource("changeable")
  @DisplayName("W2 A mutable value is compared again")
  void valueThatMayChange(Object value) {
    assertThat(JsonCodec.isImmutable(value)).isFalse();
  }
}
