package dev.signet.login;

import dev.signet.seal.Base64Url;
import java.security.SecureRandom;

/**
 * The ids of log-ins: the generation in which the log-in began, a dot, and 96 random bits. All
 * log-ins of earlier generations have ended, without a list of them.
 */
final class LoginIds {

  private static final int BYTES = 12;
  private static final int RADIX = 36;

  private LoginIds() {}

  static String next(long generation, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Long.toString(generation, RADIX) + "." + Base64Url.encodeToString(bytes);
  }

  /** Returns the generation of a log-in; 0 if it began without a registry. */
  static long generation(String id) {
    int dot = id.indexOf('.');
    try {
      return dot < 0 ? 0 : Long.parseLong(id.substring(0, dot), RADIX);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
