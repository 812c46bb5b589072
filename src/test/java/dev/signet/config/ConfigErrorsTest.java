package dev.signet.config;

import static dev.signet.config.Configured.KEY;
import static dev.signet.config.Configured.config;
import static dev.signet.config.Configured.faults;
import static dev.signet.config.Configured.faultsOf;
import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.header;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigErrorsTest {

  private static final String PLACEHOLDER = "changemechangemechangemechangeme";

  private static final String[] FAULT_IN_EVERY_OPTION = {
    "session.secret-key", "a-short-one",
    "session.previous-secret-keys", PLACEHOLDER,
    "session.cookie-name", "my session",
    "session.max-age", "P1M",
    "session.audience", "a b",
    "session.path", "shop",
    "session.domain", "a b",
    "session.former-paths", "shop",
    "session.former-domains", "a b",
    "session.secure", "maybe",
    "session.http-only", "maybe",
    "session.same-site", "loose",
    "session.partitioned", "maybe",
    "session.sliding", "maybe",
    "session.encrypted", "maybe",
    "session.absolute-timeout", "soon",
    "session.login-timeout", "soon",
    "session.idle-timeout", "soon",
    "session.unreadable", "maybe",
    "session.csrf", "maybe",
    "session.csrf.allowed-origins", "https://shop.example/path",
    "session.csrf.exempt-paths", "hook",
    "session.caller", "everyone",
    "session.login-page", "login",
    "session.logins", "files",
    "session.logins.delay", "PT1H",
    "session.logins.when-down", "maybe",
    "session.logins.per-user", "many",
    "session.store", "mongo",
    "session.store-timeout", "PT1H",
    "session.max-size", "1MB",
    "session.health", "maybe",
    "session.memory.max-sessions", "0",
    "session.redis.uri", "http://user:the-password@host",
    "session.redis.key-prefix", "a b",
    "session.redis.pool-size", "many",
    "session.jdbc.data-source", "a b",
    "session.jdbc.table", "a; DROP TABLE b",
    "session.jdbc.logins-table", "a; DROP TABLE b",
    "session.jdbc.create-table", "maybe"
  };

  @Test
  @DisplayName("C20 faults in all options give one message with a line for each")
  void everyFaultHasItsLine() {
    List<String> lines = faultsOf(FAULT_IN_EVERY_OPTION).lines().toList();

    assertThat(lines.get(0))
        .isEqualTo(
            "Signet cannot start because its configuration has %d faults:"
                .formatted(Option.values().length));
    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> line.strip().split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            Arrays.stream(Option.values()).map(Option::key).toArray(String[]::new));
  }

  @Test
  @DisplayName("C20 each line has fact, rule and remedy")
  void everyLineHasFactRuleAndRemedy() {
    assertThat(faultsOf(FAULT_IN_EVERY_OPTION).lines().skip(1))
        .allSatisfy(line -> assertThat(line).matches("  session\\.[a-z.-]+ (is|has) .+\\. .+"));
  }

  @Test
  @DisplayName("C20 K1 the message contains no secret")
  void noSecretIsInTheMessage() {
    assertThat(faultsOf(FAULT_IN_EVERY_OPTION))
        .doesNotContain("a-short-one", PLACEHOLDER, "the-password");
    assertThat(faultsWith("session.secure", "maybe")).doesNotContain(KEY);
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  @DisplayName("C20 an unresolvable reference is a fault of its option")
  void unresolvableReferenceIsAFault(Option option) {
    assertThat(faultsWith(option.key(), "${no.such.property}"))
        .contains(option.key() + " refers to a property that cannot be resolved");
  }

  @Test
  @DisplayName("C20 quoted values stay on one line")
  void quotedValuesAreCutAndOnOneLine() {
    String message = faultsWith("session.cookie-name", "a\nb\r\t" + "x".repeat(200));

    assertThat(message.lines()).hasSize(2);
    assertThat(message).contains("'a?b??xxx").contains("x...'").doesNotContain("x".repeat(60));
  }

  @Test
  @DisplayName("C21 a faulty option causes no fault of another option")
  void aFaultHasNoConsequences() {
    assertThat(faultsWith("session.path", "shop", "session.cookie-name", "my session"))
        .contains("2 faults:");
  }

  @Test
  @DisplayName("C22 every option that is read is listed, and every listed option is read")
  void optionsAreComplete() throws SessionConfigException {
    var source = new RecordingSource();

    SessionConfig.read(config(source));

    assertThat(source.asked)
        .containsExactlyInAnyOrder(
            Arrays.stream(Option.values()).map(Option::key).toArray(String[]::new));
  }

  @Test
  @DisplayName("C22 the listed defaults are accepted and are the defaults")
  void listedDefaultsAreTheDefaults() throws SessionConfigException {
    // The default of the key is a word of the table, not a value.
    for (Option option : EnumSet.complementOf(EnumSet.of(Option.SECRET_KEY))) {
      SessionConfig said = with(option.key(), option.defaultValue());
      SessionConfig unsaid = with();

      assertThat(header(said.cookie().writer(null), true))
          .isEqualTo(header(unsaid.cookie().writer(null), true));
      assertThat(said)
          .usingRecursiveComparison()
          .ignoringFields("keys", "cookie")
          .isEqualTo(unsaid);
    }
  }

  @Test
  @DisplayName("C1 every option is read from the environment by its standard name")
  void environmentIsRead() throws SessionConfigException {
    var environment =
        new EnvConfigSource(
            Map.of(
                "SESSION_SECRET_KEY", KEY,
                "SESSION_PREVIOUS_SECRET_KEYS", KEY,
                "SESSION_COOKIE_NAME", "id",
                "SESSION_SAME_SITE", "Strict",
                "SESSION_ABSOLUTE_TIMEOUT", "PT8H"),
            300);

    SessionConfig config = SessionConfig.read(config(environment));

    assertThat(config.keys()).hasSize(2);
    assertThat(header(config.cookie().writer(null), false)).startsWith("id=x;").contains("Strict");
    assertThat(config.absoluteTimeout()).hasHours(8);
  }

  @Test
  @DisplayName("C1 a weak key from the environment is a fault")
  void weakKeyOfTheEnvironmentIsAFault() {
    assertThat(faults(config(new EnvConfigSource(Map.of("SESSION_SECRET_KEY", PLACEHOLDER), 300))))
        .contains("session.secret-key has a key that can be guessed")
        .doesNotContain(PLACEHOLDER);
  }

  @Test
  @DisplayName("K1 the configuration shows no secret")
  void configurationShowsNoSecret() throws SessionConfigException {
    String old = "Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7Qa";

    assertThat(with("session.previous-secret-keys", old).toString())
        .contains("SessionConfig[")
        .doesNotContain(KEY, old);
  }

  /** Remembers what it was asked for. */
  private static final class RecordingSource implements ConfigSource {

    private final Set<String> asked = new TreeSet<>();

    @Override
    public @Nullable String getValue(String name) {
      if (name.startsWith("session.")) {
        asked.add(name);
      }
      return name.equals("session.secret-key") ? KEY : null;
    }

    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public String getName() {
      return "recording";
    }
  }
}
