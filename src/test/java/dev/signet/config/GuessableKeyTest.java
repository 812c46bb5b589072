package dev.signet.config;

import static dev.signet.config.Configured.faultsOf;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changemechangemechangemechangeme",
        "CHANGEME-changeme-ChangeMe-change_me",
        "change-me-in-production-please-now",
        "please change this before production",
        "replace-me-with-a-long-random-string",
        "REPLACE_THIS_WITH_YOUR_OWN_LONG_VALUE",
        "your-secret-key-your-secret-key-your",
        "your-secret-key-0123456789-0123456789",
        "your super secret key goes right here",
        "your-256-bit-secret-your-256-bit-secret",
        "a-string-secret-at-least-256-bits-long",
        "my-secret-key-that-nobody-will-guess-ever",
        "top-secret!top-secret!top-secret!top-secret!",
        "not-so-secret-not-so-secret-not-so-secret",
        "this-is-a-very-secret-key-for-the-application",
        "insert-secret-here-insert-secret-here",
        "put-your-secret-key-here-put-your-secret",
        "example-secret-example-secret-example",
        "placeholder-placeholder-placeholder",
        "session-secret-key-session-secret-key",
        "dev-secret-key-dev-secret-key-dev-secret",
        "signetsignetsignetsignetsignetsignet",
        "secretsecretsecretsecretsecretsecret",
        "passwordpasswordpasswordpasswordpassword",
        "Password-Secret-Key-Password-Admin-Test",
        "developmentdevelopmentdevelopmentdev",
      })
  @DisplayName("C1 words of examples are refused in any spelling, joined and repeated")
  void wordsOfExamplesAreRefused(String placeholder) {
    assertRefused(placeholder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secretsecretsecretsecretsecret1!",
        "1secretsecretsecretsecretsecret",
        "secret00000000000000000000000000",
        "secret--------------------------",
        "password123password123password12",
        "password-1234567890-1234567890-1234567890",
        "admin!?#admin!?#admin!?#admin!?#!",
        "testtesttesttesttesttesttesttest1234567"
      })
  @DisplayName("C1 a padded word is refused")
  void paddedWordsAreRefused(String placeholder) {
    assertRefused(placeholder.length() < 32 ? placeholder + "s" : placeholder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1",
        "00000000000000000000000000000000",
        "--------------------------------",
        "abababababababababababababababab",
        "0123456789012345678901234567890123456789",
        "1234567890-1234567890-1234567890",
        "0123456789abcdef0123456789abcdef",
        "abcdefghijklmnopqrstuvwxyz012345",
        "!?#%&+*=!?#%&+*=!?#%&+*=!?#%&+*=",
        "Xy7!Kq9?Xy7!Kq9?Xy7!Kq9?Xy7!Kq9?",
        "Xy7Kq9Zr5Wm3!Xy7kq9zr5wm3??Xy7Kq9Zr5Wm3",
        "Xy7!Kq9?Zr5$Wm3%Xy7!Kq9?Zr5$Wm3%"
      })
  @DisplayName("C1 repetitions and sequences of characters are refused")
  void repetitionsAreRefused(String repetition) {
    assertRefused(repetition);
  }

  private static void assertRefused(String key) {
    assertThat(faultsOf("session.secret-key", key))
        .contains("session.secret-key has a key that can be guessed")
        .doesNotContain(key);
  }

  @ParameterizedTest
  @MethodSource("generators")
  @DisplayName("C1 keys from a generator are accepted")
  void randomKeysAreAccepted(Function<Random, String> generator) {
    var random = new Random(20261121);

    for (int i = 0; i < 1_000; i++) {
      String key = generator.apply(random);
      assertThatCode(() -> with("session.secret-key", key)).as(key).doesNotThrowAnyException();
    }
  }

  static Stream<Arguments> generators() {
    return Stream.of(
        generator(
            "base64url", r -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(r, 32))),
        generator("base64", r -> Base64.getEncoder().encodeToString(bytes(r, 48))),
        generator("64 hex digits", r -> HexFormat.of().formatHex(bytes(r, 32))),
        generator("32 hex digits", r -> HexFormat.of().formatHex(bytes(r, 16))),
        generator("32 letters, digits and signs", r -> printable(r, 32)));
  }

  private static Arguments generator(String name, Function<Random, String> generator) {
    return Arguments.of(Named.of(name, generator));
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Without the comma, and the two that MicroProfile Config itself reads something into. */
  private static String printable(Random random, int count) {
    return random
        .ints('!', '~' + 1)
        .filter(c -> c != ',' && c != '$' && c != '\\')
        .limit(count)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple pronto",
        "the keyboard of my grandmother plays waltzes",
        "🌊🍉🧭🪁🦉🎻🌵🥨🛶🪐"
      })
  @DisplayName("C1 a passphrase is accepted, also with an everyday word in it")
  void passphrasesAreAccepted(String passphrase) throws SessionConfigException {
    assertThat(with("session.secret-key", passphrase).keys()).hasSize(1);
  }
}
