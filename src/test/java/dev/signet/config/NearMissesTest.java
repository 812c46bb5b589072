package dev.signet.config;

import static dev.signet.config.Configured.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissesTest {

  @ParameterizedTest
  @CsvSource({
    "session.samesite, session.same-site",
    "session.same.site, session.same-site",
    "session.sameSite, session.same-site",
    "session.maxage, session.max-age",
    "session.max-ages, session.max-age",
    "session.mx-age, session.max-age",
    "session.max-aeg, session.max-age",
    "session.secret.key, session.secret-key",
    "session.secretkey, session.secret-key",
    "session.previous-secret-key, session.previous-secret-keys",
    "session.paht, session.path",
    "session-domain, session.domain",
    "%dev.session.samesite, session.same-site",
    "session.redis.url, session.redis.uri"
  })
  @DisplayName("C23 a name that is one edit or a hyphen away from an option is a warning")
  void nearMisses(String name, String option) {
    assertThat(NearMisses.in(config(Map.of(name, "value-of-it"))))
        .contains(
            "%s is not an option and is ignored; the option is %s, in the environment %s."
                .formatted(name, option, option.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
    assertThat(NearMisses.in(config(Map.of(name, "value-of-it"))).toString())
        .doesNotContain("value-of-it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SESSION_SAMESITE", "SESSION_MAXAGE", "SESSION_SECRETKEY"})
  @DisplayName("C23 this holds for environment variables")
  void nearMissesOfTheEnvironment(String name) {
    assertThat(NearMisses.in(config(new EnvConfigSource(Map.of(name, "a"), 300))))
        .anySatisfy(warning -> assertThat(warning).startsWith(name + " is not an option"));
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  @DisplayName("C23 the name of an option, of its profile and of its variable is no warning")
  void optionsAreNone(Option option) {
    Map<String, String> options = new HashMap<>();
    options.put(option.key(), "a");
    options.put("%dev." + option.key(), "a");
    assertThat(NearMisses.in(config(options))).isEmpty();
    var environment = new EnvConfigSource(Map.of(option.environmentVariable(), "a"), 300);
    assertThat(NearMisses.in(config(environment))).isEmpty();
  }

  @Test
  @DisplayName("C23 other names are no warning")
  void othersAreNone() {
    var others =
        Map.of(
            "session.timeout", "a",
            "SESSION_MANAGER", "a",
            "session", "a",
            "path", "a",
            "same-site", "a");
    assertThat(NearMisses.in(config(others))).isEmpty();
  }
}
