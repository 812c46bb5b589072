package dev.signet.config;

import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationOptionsTest {

  @Test
  @DisplayName("C4 C11 the default is 14 days without an absolute timeout")
  void defaults() throws SessionConfigException {
    assertThat(with().maxAge()).isEqualTo(Duration.ofDays(14));
    assertThat(with().persistent()).isTrue();
    assertThat(with().absoluteTimeout()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "P14D, PT336H",
    "PT30M, PT30M",
    "pt30m, PT30M",
    "P1DT1H1M1S, PT25H1M1S",
    "1209600, PT336H",
    "1, PT1S",
    "PT1S, PT1S",
    "P400D, PT9600H",
    "34560000, PT9600H"
  })
  @DisplayName("C4 C11 durations are ISO-8601 or whole seconds, from one second to 400 days")
  void durationsAreRead(String text, Duration expected) throws SessionConfigException {
    assertThat(with("session.max-age", text).maxAge()).isEqualTo(expected);
    assertThat(with("session.max-age", text).persistent()).isTrue();
    assertThat(with("session.absolute-timeout", text).absoluteTimeout()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NONE", " None "})
  @DisplayName("C4 with none the cookie ends with the browser and the token after 14 days")
  void noneIsACookieOfTheBrowsersSession(String none) throws SessionConfigException {
    assertThat(with("session.max-age", none).persistent()).isFalse();
    assertThat(with("session.max-age", none).maxAge()).isEqualTo(Duration.ofDays(14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NONE"})
  @DisplayName("C11 with none a session ends only by max-age")
  void noneIsNoAbsoluteTimeout(String none) throws SessionConfigException {
    assertThat(with("session.absolute-timeout", none).absoluteTimeout()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "PT0S",
        "-PT5M",
        "PT0.5S",
        "PT1.5S",
        "P1M",
        "P1Y",
        "P401D",
        "P400DT1S",
        "34560001",
        "14 days",
        "1e3",
        "٣٦٠٠",
        "99999999999999999999",
        "999999999999999999",
        "P99999999999999999999D",
        "PT9223372036854775807S"
      })
  @DisplayName("C4 C11 C21 other text is a fault that shows the format")
  void othersAreFaults(String text) {
    assertThat(faultsWith("session.max-age", text, "session.absolute-timeout", text))
        .contains("2 faults:")
        .contains(
            "session.max-age is '" + text + "'; it must be a duration from one second to 400 days")
        .contains("session.absolute-timeout is '" + text + "'; it must be a duration");
  }
}
