package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Mints session cookies with the suite's secrets, so that a test can be at any time. */
final class Tokens {

  static final String SECRET = "suite-0nKq7VvT3xW9cZr5bJmH1yPdLs8fGa2u";
  static final String PREVIOUS = "suite-pReV4hXk2TzQ6wMj9nBc3vYs7rLd5gFo";

  private Tokens() {}

  static long now() {
    return Instant.now().getEpochSecond();
  }

  /** Returns the cookie of a session that was made some seconds ago and ends in some. */
  static String cookie(long age, long rest, String data) {
    return cookie("{\"iat\":%d,\"exp\":%d,\"data\":%s}".formatted(now() - age, now() + rest, data));
  }

  static String cookie(String payload) {
    return signed(SECRET, "session", payload);
  }

  static String signed(String secret, String cookieName, String payload) {
    return sealed(Seal.signing(List.of(new SessionKey(secret)), cookieName), payload);
  }

  static String encrypted(String secret, String cookieName, String payload) {
    var keys = List.of(new SessionKey(secret));
    return sealed(Seal.encrypting(keys, cookieName, new SecureRandom()), payload);
  }

  /** Returns what a signed token says. */
  static String claims(String cookie) {
    return new String(Base64.getUrlDecoder().decode(cookie.split("\\.", -1)[1]), UTF_8);
  }

  private static String sealed(Seal seal, String payload) {
    return "session=" + seal.seal("", payload.getBytes(UTF_8), "");
  }
}
