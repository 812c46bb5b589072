package dev.signet.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final String CURRENT = "k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt";
  private static final String PREVIOUS = "Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7QaZt4Nw8Rb";
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final String PAYLOAD =
      "{\"data\":{\"exp\":1,\"name\":\"Ada \\\"}\"},\"iat\":1795694400,\"exp\":1795780800}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  private int run(String input, String... arguments) throws IOException {
    out.reset();
    err.reset();
    return new CommandLine(
            environment,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .run(arguments);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }

  private static String signed(String secret, String payload) {
    return Seal.signing(List.of(new SessionKey(secret)), "session")
        .seal("", payload.getBytes(UTF_8), "");
  }

  private void configure(String secret, String previous) {
    environment.put("SESSION_SECRET_KEY", secret);
    environment.put("SESSION_PREVIOUS_SECRET_KEYS", previous);
  }

  @Test
  @DisplayName("C1 key prints a new key, another one each time")
  void key() throws IOException {
    assertThat(run("", "key")).isZero();
    String first = out().strip();
    assertThat(first).matches("[\\w-]{44}");
    assertThat(run("", "key")).isZero();
    assertThat(out().strip()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "  %s\n",
        "session=%s",
        "theme=dark; session=%s; other=1",
        "Cookie: theme=dark; session=%s",
        "cookie: session=%s\n",
        "Set-Cookie: session=%s; Path=/; HttpOnly",
        "< set-cookie: session=%s; Path=/\n< vary: Cookie\n"
      })
  @DisplayName("R1 decode finds the token in a header of either kind, or alone")
  void inputs(String input) throws IOException {
    configure(CURRENT, "none");

    assertThat(run(input.formatted(signed(CURRENT, PAYLOAD)), "decode")).isZero();
    assertThat(out())
        .contains("Format:   signed (JWS)")
        .contains("Verified: yes, by the current key")
        .contains("Issued:   2026-11-26T12:00:00Z (in 0 seconds)")
        .contains("Expires:  2026-11-27T12:00:00Z (in 24 hours)")
        .contains("Claims:   " + PAYLOAD);
  }

  @Test
  @DisplayName("R7 a token of a previous key is verified by it")
  void previousKey() throws IOException {
    configure(CURRENT, "x".repeat(40) + " , " + PREVIOUS);

    assertThat(run(signed(PREVIOUS, PAYLOAD), "decode")).isZero();
    assertThat(out()).contains("Verified: yes, by the previous keys");
  }

  @Test
  @DisplayName("C12 an encrypted token is shown only if a key decrypts it")
  void encrypted() throws IOException {
    String token =
        Seal.encrypting(List.of(new SessionKey(CURRENT)), "session", new SecureRandom())
            .seal("", PAYLOAD.getBytes(UTF_8), "");
    assertThat(run(token, "decode")).isEqualTo(3);
    assertThat(out())
        .contains("encrypted (JWE)", "not checked, because SESSION_SECRET_KEY is not set")
        .contains("Claims:   cannot be read");

    configure(CURRENT, "");
    assertThat(run(token, "decode")).isZero();
    assertThat(out()).contains("Verified: yes, by the current key", "Ada");
  }

  @Test
  @DisplayName("R4 a token for another cookie or application is rejected, until both are named")
  void binding() throws IOException {
    configure(CURRENT, "");
    String token =
        Seal.signing(List.of(new SessionKey(CURRENT)), Seal.binding("sid", "/shop"))
            .seal("", PAYLOAD.getBytes(UTF_8), "");

    assertThat(run(token, "decode")).isEqualTo(1);
    assertThat(out()).contains("Verified: no", "another cookie name or audience (UNKNOWN_KEY)");
    assertThat(run("sid=" + token, "decode")).isEqualTo(2);
    assertThat(err()).contains("neither a cookie with the name 'session'", "--cookie-name");
    assertThat(run("sid=" + token, "decode", "--audience", "/shop", "--cookie-name", "sid"))
        .isZero();
  }

  @Test
  @DisplayName("R2 a changed token is rejected, and shown as what the client sent")
  void changed() throws IOException {
    configure(CURRENT, "");
    String token = signed(CURRENT, PAYLOAD);
    String other = signed(CURRENT, PAYLOAD.replace("Ada", "Eve"));
    String forged =
        other.substring(0, other.lastIndexOf('.')) + token.substring(token.lastIndexOf('.'));

    assertThat(run(forged, "decode")).isEqualTo(1);
    assertThat(out()).contains("Verified: no, it was changed", "(BAD_SIGNATURE)", "Eve");
  }

  @Test
  @DisplayName("R3 a verified token that has expired has a status of its own kind")
  void expired() throws IOException {
    configure(CURRENT, "");

    assertThat(run(signed(CURRENT, "{\"iat\":1795000000,\"exp\":1795694400}"), "decode"))
        .isEqualTo(1);
    assertThat(out()).contains("Verified: yes", ", so it is not valid", "8 days ago");
  }

  @Test
  @DisplayName("R5 a token that is more than a minute ahead is not valid yet")
  void ahead() throws IOException {
    configure(CURRENT, "");

    assertThat(run(signed(CURRENT, "{\"iat\":1795694460,\"exp\":1795780800}"), "decode")).isZero();
    assertThat(run(signed(CURRENT, "{\"iat\":1795694461,\"exp\":1795780800}"), "decode"))
        .isEqualTo(1);
    assertThat(out()).contains("(in 61 seconds), so it is not valid yet");
    assertThat(run(signed(CURRENT, "{\"iat\":1,\"nbf\":1795699999,\"exp\":1795780800}"), "decode"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "none", " , "})
  @DisplayName("C2 previous keys are read as in an application")
  void noPreviousKeys(String previous) throws IOException {
    configure(CURRENT, previous);

    assertThat(run(signed(CURRENT, PAYLOAD), "decode")).isZero();
  }

  @Test
  @DisplayName("C1 C2 keys that no application accepts are an error")
  void wrongKeys() throws IOException {
    configure(CURRENT + "," + PREVIOUS, "");
    assertThat(run(signed(CURRENT, PAYLOAD), "decode")).isEqualTo(2);
    assertThat(err()).contains("SESSION_SECRET_KEY has a comma").doesNotContain(CURRENT);

    configure("", PREVIOUS);
    assertThat(run(signed(PREVIOUS, PAYLOAD), "decode")).isEqualTo(2);
    assertThat(err()).contains("SESSION_PREVIOUS_SECRET_KEYS is set without SESSION_SECRET_KEY");
  }

  @Test
  @DisplayName("K4 characters that control a terminal are escaped")
  void controlCharacters() throws IOException {
    assertThat(run(signed(PREVIOUS, "{\"exp\":9,\"a\":\"\u001b[2J\u009b\u202e\"}"), "decode"))
        .isEqualTo(3);
    assertThat(out()).contains("\\u001b[2J\\u009b\\u202e").doesNotContain("\u001b", "\u202e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sign", "key %s", "decode %s", "decode --cookie-name", "decode --key %s"})
  @DisplayName("K4 a key or token among the arguments is refused, and never repeated")
  void arguments(String line) throws IOException {
    String[] arguments = line.isEmpty() ? new String[0] : line.formatted(PREVIOUS).split(" ");

    assertThat(run(signed(CURRENT, PAYLOAD), arguments)).isEqualTo(2);
    assertThat(err()).contains("Usage: java -jar signet.jar key").doesNotContain(PREVIOUS);
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "hello", "theme=dark", "session=", "\u0000", "a b.c.d"})
  @DisplayName("R1 input without a token is an error with the way to name the cookie")
  void noToken(String input) throws IOException {
    configure(CURRENT, "");

    int status = run(input, "decode");

    assertThat(status).isIn(1, 2);
    assertThat(out() + err()).containsAnyOf("Standard input has neither", "Verified: no");
  }

  @Test
  @DisplayName("C1 K4 a key that is too short is an error, and not repeated")
  void shortKey() throws IOException {
    configure("short-key-of-the-test", "");

    assertThat(run(signed(CURRENT, PAYLOAD), "decode")).isEqualTo(2);
    assertThat(err()).contains("less than 32 bytes").doesNotContain("short-key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}{\"exp\":5}}",
        "{\"exp\":\"5\"}",
        "{\"exp\":5.5}",
        "{\"exp\":999999999999}",
        "{\"a\":{\"exp\":5}}",
        "{\"a\":\"\\",
        "[\"exp\",5]"
      })
  @DisplayName("R1 a payload that is no claims is shown without a time")
  void strangePayload(String payload) throws IOException {
    assertThat(Claim.number(payload, "exp")).isNull();
    assertThat(run(signed(CURRENT, payload), "decode")).isEqualTo(3);
    assertThat(out()).contains("Expires:  absent, so it is not valid");
  }

  @Test
  @DisplayName("C1 help is printed to standard output")
  void help() throws IOException {
    assertThat(run("", "--help")).isZero();
    assertThat(out()).contains("Exit status:");
  }
}
