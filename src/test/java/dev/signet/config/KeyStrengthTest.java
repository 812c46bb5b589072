package dev.signet.config;

import static dev.signet.config.Configured.config;
import static dev.signet.config.Configured.faults;
import static dev.signet.config.Configured.faultsOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both error rates: weak keys that are accepted, and strong keys that are refused. */
class KeyStrengthTest {

  private static final int KEYS = 60;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String ALPHANUMERIC =
      LETTERS + LETTERS.toUpperCase(Locale.ROOT) + "0123456789";
  private static final String PRINTABLE =
      IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(joining());

  private static final List<String> PLACEHOLDERS =
      List.of(
          "changeme", "secret", "password", "my-secret-key", "your_jwt_secret", "admin", "test");

  static Stream<Named<Function<Random, String>>> weak() {
    return Stream.of(
        named("one character", r -> of(r, PRINTABLE, 1).repeat(40)),
        named(
            "one character and a random end",
            r -> of(r, PRINTABLE, 1).repeat(34) + of(r, PRINTABLE, 6)),
        named("a repeated unit", r -> repeated(of(r, PRINTABLE, 2 + r.nextInt(14)), r)),
        named(
            "a repeated unit in changing case",
            r -> randomCase(repeated(of(r, LETTERS, 2 + r.nextInt(10)), r), r)),
        named(
            "a repeated unit with changing separators",
            r ->
                IntStream.range(0, 7)
                    .mapToObj(i -> "Xy7kQ2" + of(r, "-_.!?# ", 1))
                    .collect(joining())),
        named("a counted unit", r -> counted(of(r, LETTERS, 3 + r.nextInt(4)), r.nextInt(90))),
        named("ascending bytes", r -> encodedSteps(r.nextInt(256), 1)),
        named("bytes at equal distances", r -> encodedSteps(r.nextInt(256), 1 + r.nextInt(60))),
        named("the alphabet from any letter", r -> rotated(LETTERS, r) + "123456789"),
        named(
            "rows of the keyboard",
            r -> rotated("qwertyuiopasdfghjklzxcvbnm", r) + "1qaz2wsx3edc4rfv"),
        named(
            "letters between digits",
            r ->
                IntStream.range(0, 17)
                    .mapToObj(i -> LETTERS.substring(i, i + 1) + (i + 1) % 10)
                    .collect(joining())),
        named("placeholders", r -> placeholders(r, "-")),
        named("placeholders with years", r -> placeholders(r, "_" + (1990 + r.nextInt(40)) + "_")),
        named(
            "placeholders in leet",
            r ->
                placeholders(r, "")
                    .replace('a', '4')
                    .replace('e', '3')
                    .replace('o', '0')
                    .replace('s', '$')),
        named(
            "placeholders backwards",
            r -> new StringBuilder(placeholders(r, ".")).reverse().toString()),
        named("zeros and a number", r -> "%040d".formatted(r.nextInt(10_000))),
        named("a repeated date", r -> "20%02d-11-25 ".formatted(r.nextInt(99)).repeat(4)));
  }

  static Stream<Named<UnaryOperator<String>>> encodings() {
    return Stream.of(
        Named.of("plain", k -> k),
        Named.of("base64", k -> Base64.getEncoder().encodeToString(k.getBytes(UTF_8))),
        Named.of(
            "base64url",
            k -> Base64.getUrlEncoder().withoutPadding().encodeToString(k.getBytes(UTF_8))),
        Named.of("named base64", k -> "base64:" + base64(k)),
        Named.of("base64 twice", k -> base64(base64(k))),
        Named.of("hexadecimal", k -> HexFormat.of().formatHex(k.getBytes(UTF_8))),
        Named.of(
            "hexadecimal with colons",
            k -> HexFormat.ofDelimiter(":").withUpperCase().formatHex(k.getBytes(UTF_8))),
        Named.of("hexadecimal in base64", k -> base64(HexFormat.of().formatHex(k.getBytes(UTF_8)))),
        Named.of("base32", KeyStrengthTest::base32),
        Named.of(
            "percent-encoded", k -> HexFormat.of().withPrefix("%").formatHex(k.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @MethodSource("weak")
  @DisplayName("C1 keys that follow a pattern are refused in every encoding")
  void weakKeysAreRefused(Function<Random, String> generator) {
    var random = new Random(17);
    List<UnaryOperator<String>> encodings =
        encodings().<UnaryOperator<String>>map(Named::getPayload).toList();
    for (int i = 0; i < KEYS; i++) {
      String weak = generator.apply(random);
      String key = encodings.get(i % encodings.size()).apply(weak);
      assertThat(KeyStrength.isPredictable(key)).as("%s for %s", key, weak).isTrue();
    }
  }

  static Stream<Named<Function<Random, String>>> strong() {
    return Stream.of(
        named("base64", r -> Base64.getEncoder().encodeToString(bytes(r, 33))),
        named("base64 of 24 bytes", r -> Base64.getEncoder().encodeToString(bytes(r, 24))),
        named(
            "base64url", r -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(r, 32))),
        named("named base64", r -> "base64:" + Base64.getEncoder().encodeToString(bytes(r, 32))),
        named("32 hexadecimal digits", r -> HexFormat.of().formatHex(bytes(r, 16))),
        named("64 hexadecimal digits", r -> HexFormat.of().formatHex(bytes(r, 32))),
        named("128 hexadecimal digits", r -> HexFormat.of().formatHex(bytes(r, 64))),
        named(
            "hexadecimal with colons",
            r -> HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes(r, 20))),
        named("hexadecimal in base64", r -> base64(HexFormat.of().formatHex(bytes(r, 32)))),
        named("base32", r -> of(r, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 52)),
        named("a UUID", r -> new UUID(r.nextLong(), r.nextLong()).toString()),
        named("32 letters and digits", r -> of(r, ALPHANUMERIC, 32)),
        named("32 small letters", r -> of(r, LETTERS, 32)),
        named("32 printable characters", r -> of(r, PRINTABLE, 32)),
        named("64 printable characters", r -> of(r, PRINTABLE, 64)),
        named("40 digits", r -> of(r, "0123456789", 40)),
        named("8 words with hyphens", r -> words(r, "-")),
        named("8 words with blanks", r -> words(r, " ")),
        named("8 words without a separator", r -> words(r, "")));
  }

  @ParameterizedTest
  @MethodSource("strong")
  @DisplayName("C1 random keys are accepted in every usual form")
  void strongKeysAreAccepted(Function<Random, String> generator) {
    var random = new Random(18);
    for (int i = 0; i < KEYS; i++) {
      String key = generator.apply(random);
      assertThat(KeyStrength.isPredictable(key) || KeyStrength.isForDevelopment(key))
          .as(key)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ThisIsMySuperSecretKeyForJwtTokenGeneration2024",
        "mySuperSecretKeyThatShouldBeAtLeast32BytesLong!",
        "S3cr3tK3y-F0r-My-Sp3c14l-Appl1c4t10n!",
        "super_secret_jwt_signing_key_change_in_prod_123",
        "some-long-random-string-that-is-hard-to-guess",
        "abc123def456ghi789jkl012mno345pqr678",
        "00000000-0000-0000-0000-000000000001",
        "12345678-1234-1234-1234-123456789012",
        "deadbeefcafebabedeadbeefcafebabe",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabcdef",
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
      })
  @DisplayName("C1 keys of tutorials and of standards are refused")
  void publishedKeysAreRefused(String key) {
    assertThat(faultsOf("session.secret-key", key))
        .contains("session.secret-key has a key that can be guessed")
        .doesNotContain(key);
  }

  @Test
  @DisplayName("C1 the demo's published key is accepted with the profile dev only")
  void demoKeyIsForDevelopment() throws IOException, SessionConfigException {
    String key = demoKey();

    assertThat(faultsOf("session.secret-key", key))
        .contains("session.secret-key has a key that is for development only")
        .doesNotContain(key);
    assertThat(faultsOf("session.secret-key", key, "mp.config.profile", "prod"))
        .contains("for development only");
    var development = Map.of("session.secret-key", key, "mp.config.profile", "dev");
    assertThat(SessionConfig.read(config(development)).keys()).hasSize(1);
  }

  private static String demoKey() throws IOException {
    var properties = new Properties();
    try (InputStream file =
        Files.newInputStream(
            Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
      properties.load(file);
    }
    return Objects.requireNonNull(properties.getProperty("%dev.session.secret-key"));
  }

  @Test
  @DisplayName("C1 a weak key is refused with the profile dev, too")
  void weakKeysAreRefusedInDevelopment() {
    var options = Map.of("session.secret-key", "secret".repeat(6), "mp.config.profile", "dev");

    assertThat(faults(config(options))).contains("has a key that can be guessed");
  }

  @Test
  @DisplayName("C1 a key with U+FFFD, which replaces lost bytes, is refused with the cause")
  void replacementCharactersAreRefused() {
    String key = "k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA\uFFFD";

    assertThat(faultsOf("session.secret-key", key))
        .contains("session.secret-key has a key with the character U+FFFD", "LC_ALL=C.UTF-8")
        .doesNotContain(key);
  }

  private static Named<Function<Random, String>> named(String name, Function<Random, String> make) {
    return Named.of(name, make);
  }

  private static String of(Random random, String alphabet, int length) {
    return random
        .ints(length, 0, alphabet.length())
        .mapToObj(i -> alphabet.substring(i, i + 1))
        .collect(joining());
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String repeated(String unit, Random random) {
    return (unit.repeat(32) + unit).substring(0, 32 + random.nextInt(32));
  }

  private static String randomCase(String text, Random random) {
    return text.chars()
        .mapToObj(c -> Character.toString(random.nextBoolean() ? c : Character.toUpperCase(c)))
        .collect(joining());
  }

  private static String counted(String unit, int first) {
    return IntStream.range(first, first + 8).mapToObj(i -> unit + i).collect(joining("-"));
  }

  private static String encodedSteps(int first, int step) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i * step);
    }
    return HexFormat.of().formatHex(bytes);
  }

  private static String rotated(String text, Random random) {
    int start = random.nextInt(text.length());
    return text.substring(start) + text.substring(0, start);
  }

  private static String placeholders(Random random, String separator) {
    String text = "";
    while (text.length() < 32) {
      text += PLACEHOLDERS.get(random.nextInt(PLACEHOLDERS.size())) + separator;
    }
    return text;
  }

  /** Made-up words, as many as a list for passphrases has. */
  private static String words(Random random, String separator) {
    return IntStream.range(0, 8)
        .mapToObj(
            i ->
                IntStream.range(0, 2 + random.nextInt(2))
                    .mapToObj(j -> of(random, "bcdfghklmnprstvw", 1) + of(random, "aeiou", 1))
                    .collect(joining()))
        .collect(joining(separator));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String base32(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    int digits = (bytes.length * 8 + 4) / 5;
    var bits = new BigInteger(1, bytes).shiftLeft(digits * 5 - bytes.length * 8);
    var encoded = new StringBuilder();
    for (int i = digits - 1; i >= 0; i--) {
      int digit = bits.shiftRight(i * 5).intValue() & 31;
      encoded.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(digit));
    }
    return encoded.toString();
  }
}
