package dev.signet.spi;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Names a session in a store: 160 random bits (OWASP ASVS 5.0, 7.2.3 asks for 128). Immutable;
 * shows its beginning only.
 *
 * @param value the id in base64url, 27 characters
 */
public record SessionId(String value) {

  private static final int BYTES = 20;
  private static final int SHOWN = 4;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{27}");

  /**
   * @throws IllegalArgumentException if it has not the form of an id
   */
  public SessionId {
    if (!isId(value)) {
      throw new IllegalArgumentException(
          "A session's id has 27 characters of base64url (160 bits); this one has %d characters. Take ids from random()."
              .formatted(value.length()));
    }
  }

  /** Tells whether a text has the form of an id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /** Returns an id that nobody can guess. */
  public static SessionId random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Shows enough to find it in a log, and too little to use it. */
  @Override
  public String toString() {
    return "SessionId[" + value.substring(0, SHOWN) + "...]";
  }
}
