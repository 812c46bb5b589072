package dev.signet.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.seal.Base64Url;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the commands. Keys come from the environment and cookies from standard input, never from
 * arguments, which other users of the machine can see. Not thread-safe.
 */
final class CommandLine {

  /** The token is valid, or the command is done. */
  static final int OK = 0;

  /** The token is not valid, or has expired. */
  static final int REJECTED = 1;

  /** The arguments, the input or the environment are wrong. */
  static final int USAGE = 2;

  /** There is no key to check the token with. */
  static final int UNCHECKED = 3;

  private static final String USAGE_TEXT =
      """
      Usage: java -jar signet.jar key
             java -jar signet.jar decode [--cookie-name NAME] [--audience AUDIENCE]

      key     Prints a new key for session.secret-key.
      decode  Reads a session cookie from standard input: a Cookie or Set-Cookie header,
              or the token alone. Prints its claims, and whether a key verifies it. The
              keys are those in the environment variables SESSION_SECRET_KEY and
              SESSION_PREVIOUS_SECRET_KEYS.
                --cookie-name  session.cookie-name; by default session
                --audience     session.audience, or the context root of the application,
                               such as /shop; by default none

      Exit status: 0 done, or the token is valid; 1 it is not valid or has expired;
      2 wrong arguments, input or environment; 3 not checked, because there is no key.
      """;

  private static final String SECRET = "SESSION_SECRET_KEY";
  private static final String PREVIOUS = "SESSION_PREVIOUS_SECRET_KEYS";
  private static final String COOKIE_NAME = "--cookie-name";
  private static final String AUDIENCE = "--audience";
  private static final int KEY_BYTES = 33;

  /** Larger than all headers that a server accepts. */
  private static final int MAX_INPUT = 65_536;

  private final Map<String, String> environment;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  CommandLine(
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Clock clock) {
    this.environment = environment;
    this.in = in;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * Runs a command and returns its exit status.
   *
   * @throws IOException if the input cannot be read
   */
  int run(String... arguments) throws IOException {
    List<String> options = new ArrayList<>(Arrays.asList(arguments));
    String command = options.isEmpty() ? "" : options.remove(0);
    return switch (command) {
      case "key" -> options.isEmpty() ? key() : unknown(command, options);
      case "decode" -> decode(options);
      case "help", "--help", "-h" -> {
        out.print(USAGE_TEXT);
        yield OK;
      }
      default -> usage(command.isEmpty() ? "" : "There is no such command.");
    };
  }

  private int key() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    out.println(Base64Url.encodeToString(bytes));
    return OK;
  }

  private int decode(List<String> options) throws IOException {
    String name = option(options, COOKIE_NAME, "session");
    String audience = option(options, AUDIENCE, "none");
    if (!options.isEmpty() || name == null || audience == null) {
      return unknown("decode", options);
    }
    String current = environment.getOrDefault(SECRET, "").strip();
    List<String> previous = previous();
    if (current.indexOf(',') >= 0) {
      return usage(SECRET + " has a comma, which separates keys in " + PREVIOUS + ".");
    }
    if (current.isEmpty() && !previous.isEmpty()) {
      return usage(PREVIOUS + " is set without " + SECRET + ".");
    }
    List<String> secrets = new ArrayList<>(previous);
    if (!current.isEmpty()) {
      secrets.add(0, current);
    }
    for (String secret : secrets) {
      if (secret.getBytes(UTF_8).length < SessionKey.MIN_BYTES) {
        return usage(
            "%s or %s has a key of less than %d bytes, which no application accepts."
                .formatted(SECRET, PREVIOUS, SessionKey.MIN_BYTES));
      }
    }
    String input = new String(in.readNBytes(MAX_INPUT), UTF_8);
    List<String> tokens = CookieInput.tokens(input, name);
    if (tokens.isEmpty()) {
      return usage(
          "Standard input has neither a cookie with the name '%s' nor a token alone. Set %s if the cookie has another name."
              .formatted(name, COOKIE_NAME));
    }
    String binding = Seal.binding(name, audience.equalsIgnoreCase("none") ? null : audience);
    var decoder = new TokenDecoder(secrets.stream().map(SessionKey::new).toList(), binding, clock);
    int status = OK;
    for (String token : tokens) {
      status = Math.max(status, decoder.decode(token, out));
    }
    return status;
  }

  /** Removes an option and returns its value; the default if it is absent, null if it has none. */
  private static @Nullable String option(List<String> options, String name, String defaultValue) {
    int place = options.indexOf(name);
    if (place < 0) {
      return defaultValue;
    }
    options.remove(place);
    return place < options.size() ? options.remove(place) : null;
  }

  private List<String> previous() {
    String all = environment.getOrDefault(PREVIOUS, "").strip();
    return all.equalsIgnoreCase("none")
        ? List.of()
        : Arrays.stream(all.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
  }

  /** Does not repeat the arguments, because they may be a key. */
  private int unknown(String command, List<String> options) {
    return usage(
        options.isEmpty()
            ? "An option of %s has no value.".formatted(command)
            : "%s does not take %d of these arguments. The key is read from the environment, and the cookie from standard input."
                .formatted(command, options.size()));
  }

  private int usage(String fault) {
    if (!fault.isEmpty()) {
      err.println(fault);
      err.println();
    }
    err.print(USAGE_TEXT);
    return USAGE;
  }
}
