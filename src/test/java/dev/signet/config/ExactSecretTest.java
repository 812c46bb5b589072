package dev.signet.config;

import static dev.signet.config.Configured.KEY;
import static dev.signet.config.Configured.config;
import static dev.signet.config.Configured.faultsOf;
import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.seal.SessionKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key in use is the key that is written. */
class ExactSecretTest {

  private static final String OTHER = "Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7Qa";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k7Qm2vXw9qTz0bH4rY$$cE5nLs8dPfJ1gA6u",
        "k7Qm2vXw9qTz0bH4rY\\$cE5nLs8dPfJ1gA6u",
        "k7Qm2vXw9qTz0bH4rY${OTHER}cE5nLs8dPfJ1gA6u",
        "k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6u${HOME:..}",
        "${OTHER}${OTHER}"
      })
  @DisplayName("C24 a key that MicroProfile Config changes is a fault with the way to write it")
  void changedKeysAreFaults(String written) {
    for (Option option : new Option[] {Option.SECRET_KEY, Option.PREVIOUS_SECRET_KEYS}) {
      assertThat(faultsWith(option.key(), written, "OTHER", OTHER))
          .contains("1 fault", option.key() + " has $$, \\$ or a ${...} inside other text")
          .contains("Write $ instead of $$ and \\$")
          .doesNotContain(written, OTHER);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k7Qm2vXw9qTz0bH4rY$cE5nLs8dPfJ1gA6u",
        "k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6u$",
        "k7Qm2vXw9qTz0bH4rY\\cE5nLs8dPfJ1gA6u",
        "k7Qm2vXw9qTz0bH4rY}cE5nLs{8dPfJ1gA6u"
      })
  @DisplayName("C24 a key with other signs is used exactly as it is written")
  void otherSignsAreKept(String written) throws SessionConfigException {
    assertThat(with("session.secret-key", written).keys()).containsExactly(new SessionKey(written));
  }

  @Test
  @DisplayName(
      "C1 C24 the name of the environment variable works as a property, as in a mounted file")
  void nameOfTheVariable() throws SessionConfigException {
    assertThat(with("session.secret-key", "", "SESSION_SECRET_KEY", OTHER).keys())
        .containsExactly(new SessionKey(OTHER));
    assertThat(SessionConfig.read(config(Map.of("SESSION_SECRET_KEY", OTHER))).keys())
        .containsExactly(new SessionKey(OTHER));
    assertThat(with("SESSION_SECRET_KEY", OTHER).keys())
        .containsExactly(new SessionKey(Configured.KEY));
    assertThat(with("SESSION_MAX_AGE", "60", "SESSION_CSRF_EXEMPT_PATHS", "/hook").maxAge())
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(faultsOf("SESSION_SECRET_KEY", "k7Qm2vXw9qTz0bH4rY$$cE5nLs8dPfJ1gA6u"))
        .contains("1 fault", "session.secret-key has $$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${OTHER}",
        " ${OTHER} ",
        "${OTHER:unused}",
        "${FIRST}",
        "${ABSENT:" + OTHER + "}"
      })
  @DisplayName("C24 a value that is one expression is the key that it refers to")
  void oneExpressionIsAccepted(String expression) throws SessionConfigException {
    assertThat(with("session.secret-key", expression, "OTHER", OTHER, "FIRST", "${OTHER}").keys())
        .isEqualTo(List.of(new SessionKey(OTHER)));
  }

  @Test
  @DisplayName("C24 an expression whose target is changed is a fault")
  void changedTargetsAreFaults() {
    String target = "k7Qm2vXw9qTz0bH4rY$$cE5nLs8dPfJ1gA6u";

    assertThat(faultsOf("session.secret-key", "${OTHER}", "OTHER", target))
        .contains("1 fault", "session.secret-key has $$");
    assertThat(faultsOf("session.secret-key", "${ABSENT:" + target + "}"))
        .contains("1 fault", "session.secret-key has $$");
  }

  @Test
  @DisplayName("C20 C24 an expression that cannot be resolved is one fault")
  void unresolvedIsOneFault() {
    assertThat(faultsOf("session.secret-key", "${ABSENT}"))
        .contains("1 fault", "session.secret-key refers to a property that cannot be resolved")
        .doesNotContain("missing");
    assertThat(faultsWith("session.previous-secret-keys", "${ABSENT}"))
        .contains("1 fault", "session.previous-secret-keys refers to a property");
  }

  @Test
  @DisplayName("C24 without expressions in MicroProfile Config every text is used as it is")
  void expressionsMayBeOff() throws SessionConfigException {
    String written = "k7Qm2vXw9qTz0bH4rY$$cE5nLs8dPfJ1gA6u";
    var options =
        Map.of(
            "session.secret-key", written,
            "session.previous-secret-keys", KEY,
            "mp.config.property.expressions.enabled", "false");

    assertThat(SessionConfig.read(config(options)).keys())
        .containsExactly(new SessionKey(written), new SessionKey(KEY));
  }
}
