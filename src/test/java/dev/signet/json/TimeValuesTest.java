package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.roundTrip;
import static dev.signet.json.Payloads.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeValuesTest {

  /** A record with times in it. */
  public record Booking(Instant made, ZonedDateTime departure, Duration flight) {}

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 10, 25, 12, 0);

  static Stream<Object> times() {
    return Stream.of(
        Instant.EPOCH,
        Instant.MIN,
        Instant.MAX,
        Instant.parse("2026-01-01T00:00:00.123456789Z"),
        LocalDate.MIN,
        LocalDate.MAX,
        LocalDate.of(2026, 2, 28),
        LocalTime.MIN,
        LocalTime.MAX,
        NOON,
        NOON.plusNanos(1),
        LocalDateTime.MAX,
        OffsetTime.of(1, 2, 3, 4, ZoneOffset.MAX),
        Duration.ZERO,
        Duration.ofDays(14),
        Duration.ofSeconds(-1, 500),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        Period.of(1, -2, 3),
        Year.of(2026),
        YearMonth.of(2026, 1),
        MonthDay.of(2, 29),
        Month.MAY,
        DayOfWeek.SUNDAY,
        ZoneOffset.MIN);
  }

  @ParameterizedTest
  @MethodSource("times")
  void timeIsReadAsItWas(Object value) {
    assertThat(roundTrip(value, value.getClass())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "+05:30", "-18:00", "+01:02:03"})
  void offsetIsKept(String offset) {
    var value = OffsetDateTime.of(NOON, ZoneOffset.of(offset));
    assertThat(roundTrip(value, OffsetDateTime.class)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "UTC", "GMT", "Z", "+02:00", "UTC+01:00"})
  void zoneIsKept(String zone) {
    var value = ZonedDateTime.of(NOON, ZoneId.of(zone));
    assertThat(roundTrip(value, ZonedDateTime.class)).isEqualTo(value);
    assertThat(roundTrip(ZoneId.of(zone), ZoneId.class)).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void hourThatComesTwiceIsKept() {
    var first = ZonedDateTime.of(NOON.withHour(2), ZoneId.of("Europe/Berlin"));
    var second = first.withLaterOffsetAtOverlap();
    assertThat(second).isNotEqualTo(first);
    assertThat(roundTrip(first, ZonedDateTime.class)).isEqualTo(first);
    assertThat(roundTrip(second, ZonedDateTime.class)).isEqualTo(second);
  }

  @Test
  void timesInsideOfValues() {
    var value =
        new Booking(
            Instant.parse("2026-01-01T00:00:00.000000001Z"),
            ZonedDateTime.of(NOON, ZoneId.of("Asia/Tokyo")),
            Duration.ofMinutes(90));
    assertThat(roundTrip(value, Booking.class)).isEqualTo(value);
  }

  @Test
  void timesAreText() {
    assertThat(string(JSON.write("key", Instant.EPOCH))).isEqualTo("\"1970-01-01T00:00:00Z\"");
    assertThat(string(JSON.write("key", Duration.ofDays(1)))).isEqualTo("\"PT24H\"");
    assertThat(roundTrip(List.of(LocalDate.EPOCH), Object.class)).isEqualTo(List.of("1970-01-01"));
    assertThat(roundTrip(Map.of("t", Duration.ZERO), Object.class)).isEqualTo(Map.of("t", "PT0S"));
  }
}
