package dev.signet.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTimesTest {

  private static final String[] TIMES = {"iat", "exp", "nbf", "start"};

  /** Returns a payload that says all times, one of them as it is given. */
  private static String withTime(String name, String value) {
    var payload = new StringBuilder("{");
    for (String time : TIMES) {
      payload.append("\"%s\":%s,".formatted(time, time.equals(name) ? value : "5"));
    }
    return payload + "\"data\":{\"a\":1}}";
  }

  private static long time(Claims claims, String name) {
    return switch (name) {
      case "iat" -> claims.issuedAt();
      case "exp" -> claims.expiresAt();
      case "nbf" -> claims.notBefore();
      default -> claims.createdAt();
    };
  }

  @ParameterizedTest
  @DisplayName("R5 An invalid time is refused in every claim")
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "\"\"",
        "\"5\"",
        "\"2026-01-01T00:00:00Z\"",
        "[5]",
        "[]",
        "{}",
        "-1",
        "-0.5",
        "-1e300",
        "1e400",
        "-1e400",
        "1e15",
        "253402300800",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999999999",
        "NaN",
        "Infinity",
        "0x5",
        "05",
        "+5",
        "5.",
        ".5",
        "5e",
        "\"\\u0035\""
      })
  void noTime(String value) {
    for (String name : TIMES) {
      assertThat(Payloads.read(withTime(name, value))).as("%s is %s", name, value).isNull();
    }
  }

  @ParameterizedTest
  @DisplayName("R5 A NumericDate may have a fraction, which is truncated (RFC 7519, 2)")
  @CsvSource({
    "0,0",
    "5,5",
    "1700000000,1700000000",
    "1700000000.999,1700000000",
    "1.7e9,1700000000",
    "0.5,0",
    "253402300799,253402300799"
  })
  void numericDate(String value, long seconds) {
    for (String name : TIMES) {
      Claims claims = Payloads.claims(withTime(name, value));
      assertThat(time(claims, name)).as(name).isEqualTo(seconds);
    }
  }

  @ParameterizedTest
  @DisplayName("R5 A duplicate time is refused, even with the same value")
  @ValueSource(strings = {"5,\"@\":5", "5,\"@\":6", "5,\"@\":null", "5.0,\"@\":5", "0,\"@\":0"})
  void timeTwice(String value) {
    for (String name : TIMES) {
      assertThat(Payloads.read(withTime(name, value.replace("@", name)))).as(name).isNull();
    }
  }

  @Test
  @DisplayName("R5 A token without an expiry is refused")
  void withoutExpiry() {
    assertThat(Payloads.read("{\"iat\":1,\"data\":{\"a\":1}}")).isNull();
    assertThat(Payloads.read("{\"iat\":1,\"data\":{\"exp\":2}}")).isNull();
    assertThat(Payloads.read("{\"iat\":1,\"x\":{\"exp\":2},\"data\":{}}")).isNull();
    assertThat(Payloads.read("{\"iat\":1,\"EXP\":2,\"data\":{}}")).isNull();
  }

  @Test
  @DisplayName("R5 A token without an issue time is refused")
  void withoutIssueTime() {
    assertThat(Payloads.read("{\"exp\":2,\"data\":{\"a\":1}}")).isNull();
    assertThat(Payloads.read("{\"exp\":2,\"start\":1,\"nbf\":1,\"data\":{}}")).isNull();
  }

  @Test
  void sessionBeganWithItsFirstTokenUnlessItSaysOtherwise() {
    assertThat(Payloads.claims("{\"iat\":7,\"exp\":9,\"data\":{}}").createdAt()).isEqualTo(7);
    assertThat(Payloads.claims("{\"start\":3,\"iat\":7,\"exp\":9,\"data\":{}}").createdAt())
        .isEqualTo(3);
  }

  @Test
  void tokenIsValidAtOnceUnlessItSaysOtherwise() {
    assertThat(Payloads.claims("{\"iat\":7,\"exp\":9,\"data\":{}}").notBefore()).isZero();
    assertThat(Payloads.claims("{\"iat\":7,\"nbf\":8,\"exp\":9,\"data\":{}}").notBefore())
        .isEqualTo(8);
  }

  @Test
  void timesMayStandBehindTheAttributes() {
    Claims claims = Payloads.claims("{\"data\":{\"a\":1},\"start\":1,\"exp\":3,\"iat\":2}");
    assertThat(claims.issuedAt()).isEqualTo(2);
    assertThat(claims.expiresAt()).isEqualTo(3);
    assertThat(claims.createdAt()).isEqualTo(1);
  }
}
