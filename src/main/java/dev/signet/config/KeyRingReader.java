package dev.signet.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.seal.Base64Url;
import dev.signet.seal.SessionKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Reads the keys and rejects predictable ones. No message contains a key. */
final class KeyRingReader {

  /** Stands in a text for bytes that were not UTF-8 or ASCII. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String DEVELOPMENT = "dev";
  private static final String TEST = "test";

  private final OptionReader values;
  private final ConfigErrors faults;

  /** Whether a message may show a new key, because the log is that of a developer's machine. */
  private final boolean showsKeys;

  private KeyRingReader(OptionReader values, ConfigErrors faults, boolean showsKeys) {
    this.values = values;
    this.faults = faults;
    this.showsKeys = showsKeys;
  }

  /** Returns the reader at deployment, whose messages show a new key with the profile dev. */
  static KeyRingReader atDeployment(OptionReader values, ConfigErrors faults) {
    return new KeyRingReader(values, faults, values.hasProfile(DEVELOPMENT));
  }

  /** Returns the reader in a running application. */
  static KeyRingReader whileRunning(OptionReader values, ConfigErrors faults) {
    return new KeyRingReader(values, faults, false);
  }

  /** Returns the key ring, the current key first; without the keys that were reported as faults. */
  List<SessionKey> ring() {
    List<SessionKey> ring = new ArrayList<>();
    String current = values.secret(Option.SECRET_KEY);
    if (current == null) {
      faults.add(
          Option.SECRET_KEY,
          "is missing or blank; without it no session can be signed. %s",
          remedy());
    } else if (current.indexOf(',') >= 0) {
      faults.add(
          Option.SECRET_KEY,
          "contains a comma, which separates keys in %s; a key with a comma could never be retired."
              + " %s",
          Option.PREVIOUS_SECRET_KEYS.key(),
          remedy());
    } else if (!current.isEmpty()) {
      add(ring, Option.SECRET_KEY, current, remedy());
    }
    String previous = values.secret(Option.PREVIOUS_SECRET_KEYS);
    if (previous != null
        && !previous.equalsIgnoreCase(Option.PREVIOUS_SECRET_KEYS.defaultValue())) {
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
    } else if (secret.indexOf(REPLACEMENT) >= 0) {
      faults.add(
          option,
          "has a key with the character U+FFFD, which replaces bytes that could not be decoded;"
              + " many different keys become the same. Use ASCII characters only, or start the"
              + " server with a UTF-8 locale, such as LC_ALL=C.UTF-8.");
    } else if (KeyStrength.isForDevelopment(secret) && !isDevelopment()) {
      faults.add(
          option,
          "has a key that is for development only, as its text says; such keys are published, so"
              + " they are accepted only if mp.config.profile is dev or test. %s",
          remedy);
    } else if (KeyStrength.isPredictable(secret)) {
      faults.add(
          option,
          "has a key that can be guessed: a placeholder, a repetition, a sequence or words of"
              + " examples, perhaps encoded. A key has to be random. %s",
          remedy);
    } else {
      ring.add(new SessionKey(secret));
    }
  }

  private boolean isDevelopment() {
    return values.hasProfile(DEVELOPMENT) || values.hasProfile(TEST);
  }

  private String remedy() {
    return showsKeys
        ? "A new random key to paste: session.secret-key=" + freshKey()
        : "Make a random key with the command openssl rand -base64 33, and set it as %s in the environment of the server."
            .formatted(Option.SECRET_KEY.environmentVariable());
  }

  private static String freshKey() {
    byte[] key = new byte[SessionKey.MIN_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64Url.encodeToString(key);
  }
}
