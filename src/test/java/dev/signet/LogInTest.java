package dev.signet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\uD800", "a\uDC00b"})
  @DisplayName("L1 a name or role that is blank, too long or not Unicode is refused")
  void invalidNames(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogIn.of(name))
        .withMessageContaining("The name of the log-in is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogIn.of("ada").roles("staff", name))
        .withMessageContaining("The role of the log-in is blank");
    assertThatIllegalArgumentException().isThrownBy(() -> LogIn.of("x".repeat(256)));
  }

  @Test
  @DisplayName("L1 a log-in has the roles that were set last")
  void roles() {
    LogIn ada = LogIn.of("ada");
    assertThat(ada.roles()).isEmpty();
    assertThat(ada.roles("a", "a", "b").roles()).isEqualTo(Set.of("a", "b"));
    assertThat(ada.roles("a").roles(Set.of("b")).roles()).isEqualTo(Set.of("b"));
    assertThat(ada.roles("a").name()).isEqualTo("ada");
  }

  @Test
  @DisplayName("L5 a log-in is remembered for whole seconds up to 400 days")
  void remembered() {
    LogIn ada = LogIn.of("ada");
    assertThat(ada.remembered()).isEmpty();
    assertThat(ada.remembered(Duration.ofDays(400)).roles("a").remembered())
        .contains(Duration.ofDays(400));
    for (Duration time :
        new Duration[] {
          Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofDays(401)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ada.remembered(time))
          .withMessageContaining("Pass such a time");
    }
  }
}
