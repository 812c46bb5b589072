package dev.signet.spi;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The id of a session in a store: 160 random bits (OWASP ASVS 5.0, 7.2.3 requires 128). Immutable;
 * {@code toString} shows the first characters only.
 *
 * <p>The first two characters are the id's {@linkplain #tag() tag}. It stays the same when a
 * session gets {@linkplain #next another id}, so a store that spreads sessions over several servers
 * by the tag finds the old and the new id on the same server.
 *
 * @param value the id in base64url, 27 characters
 */
public record SessionId(String value) {

  private static final int BYTES = 20;
  private static final int TAG = 2;
  private static final int SHOWN = 4;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{27}");

  /**
   * @throws IllegalArgumentException if the text does not have the form of an id
   */
  public SessionId {
    if (!isId(value)) {
      throw new IllegalArgumentException(
          "The session id has %d characters or characters outside base64url; an id has 27 characters of base64url (160 bits). Take ids from random() or next()."
              .formatted(value.length()));
    }
  }

  /** Returns whether a text has the form of an id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /** Returns an id of 160 random bits. */
  public static SessionId random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * Returns another id with the same tag, for a session that gets a new id. The other 148 bits are
   * random, so knowing this id does not help to guess the next one.
   */
  public SessionId next(SecureRandom random) {
    return new SessionId(tag() + random(random).value.substring(TAG));
  }

  /** Returns the first two characters, 12 bits. */
  public String tag() {
    return value.substring(0, TAG);
  }

  /** Shows enough to find the session in a log, and too little to use the id. */
  @Override
  public String toString() {
    return "SessionId[" + value.substring(0, SHOWN) + "...]";
  }
}
