package dev.signet.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.seal.Base64Url;
import dev.signet.seal.SessionKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the keys and rejects predictable ones. No message contains a key. */
final class KeyRingReader {

  /** Placeholders from examples, without punctuation. A key that contains one is rejected. */
  private static final Set<String> EXAMPLES =
      Set.of(
          "changeme",
          "changethis",
          "changeit",
          "changeinproduction",
          "replaceme",
          "replacethis",
          "yoursecret",
          "yoursupersecret",
          "yourkey",
          "mysecret",
          "mysupersecret",
          "supersecret",
          "topsecret",
          "notsosecret",
          "notsecret",
          "insertsecret",
          "examplesecret",
          "secretkeyhere",
          "verysecret",
          "devsecret",
          "testsecret",
          "placeholder",
          "256bit",
          "1234567890",
          "0123456789",
          "abcdefghijkl");

  /** Other words from examples, longer ones first. The rest of the text has to be a key. */
  private static final Pattern WORDS =
      Pattern.compile(
          "sessionsecretkey|sessionsecret|secretkey|secret|password|passwd|example|default|signet"
              + "|development|test|dev|admin|letmein|key");

  /** The least number of letters and digits in the rest of the text. */
  private static final int FEWEST_BESIDE_WORDS = 16;

  /** The least number of different characters in a key; generated keys have more. */
  private static final int FEWEST_DIFFERENT = 6;

  private final OptionReader values;
  private final ConfigErrors faults;
  private final Supplier<String> remedy;

  /**
   * @param values the source of the keys
   * @param faults collects the faults
   * @param remedy returns the advice for a key that cannot be used
   */
  KeyRingReader(OptionReader values, ConfigErrors faults, Supplier<String> remedy) {
    this.values = values;
    this.faults = faults;
    this.remedy = remedy;
  }

  /** Returns the key ring, the current key first; without the keys that were reported as faults. */
  List<SessionKey> ring() {
    List<SessionKey> ring = new ArrayList<>();
    String current = values.text(Option.SECRET_KEY);
    if (current == null) {
      faults.add(
          Option.SECRET_KEY,
          "is missing or blank; without it no session can be signed. %s",
          remedy.get());
    } else if (current.indexOf(',') >= 0) {
      faults.add(
          Option.SECRET_KEY,
          "contains a comma, which separates keys in %s; a key with a comma could never be retired. %s",
          Option.PREVIOUS_SECRET_KEYS.key(),
          remedy.get());
    } else {
      add(ring, Option.SECRET_KEY, current, remedy.get());
    }
    String previous = values.text(Option.PREVIOUS_SECRET_KEYS);
    if (previous != null) {
      for (String secret : previous.split(",", -1)) {
        if (!secret.isBlank()) {
          add(
              ring,
              Option.PREVIOUS_SECRET_KEYS,
              secret.strip(),
              "Remove it from the list: anyone who guesses it can forge sessions.");
        }
      }
    }
    return ring;
  }

  private void add(List<SessionKey> ring, Option option, String secret, String remedy) {
    int bytes = secret.getBytes(UTF_8).length;
    if (bytes < SessionKey.MIN_BYTES) {
      faults.add(
          option,
          "has a key of %d bytes; HMAC-SHA-256 needs at least %d (RFC 7518, 3.2). %s",
          bytes,
          SessionKey.MIN_BYTES,
          remedy);
    } else if (isGuessable(secret)) {
      faults.add(option, "has a key that is a well-known placeholder or a repetition. %s", remedy);
    } else {
      ring.add(new SessionKey(secret));
    }
  }

  private static boolean isGuessable(String secret) {
    String letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return secret.codePoints().distinct().count() < FEWEST_DIFFERENT
        || repeatsItself(secret)
        || repeatsItself(letters)
        || EXAMPLES.stream().anyMatch(letters::contains)
        || isWordsAndPadding(letters);
  }

  /** Returns whether a text is a repetition of a shorter one. */
  private static boolean repeatsItself(String text) {
    for (int unit = 1; unit <= text.length() / 2; unit++) {
      if (text.regionMatches(0, text, unit, text.length() - unit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordsAndPadding(String letters) {
    String rest = WORDS.matcher(letters).replaceAll("");
    return rest.length() < letters.length()
        && (rest.length() < FEWEST_BESIDE_WORDS || repeatsItself(rest));
  }

  /** Returns the remedy at deployment: a fresh key to paste. */
  static String freshKey() {
    byte[] key = new byte[SessionKey.MIN_BYTES];
    new SecureRandom().nextBytes(key);
    return "A new random key to paste: session.secret-key=" + Base64Url.encodeToString(key);
  }
}
