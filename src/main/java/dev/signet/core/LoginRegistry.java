package dev.signet.core;

import dev.signet.json.Login;
import dev.signet.seal.Base64Url;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * Knows the log-ins of an application and which of them have ended. Thread-safe.
 *
 * <p>Methods throw {@link dev.signet.SessionStoreException} if they need a server that is down.
 */
public interface LoginRegistry {

  /** Returns a registry that remembers nothing: a log-in holds as long as its token. */
  static LoginRegistry untracked(SecureRandom random) {
    return new UntrackedLogins(random);
  }

  /** Returns a fresh id for a log-in, which no other log-in has. */
  String newId();

  /**
   * Returns whether a log-in has ended, and otherwise records a use of it.
   *
   * @param expiresAt the time from which no token of the log-in is valid that is written now, in
   *     seconds since the epoch
   */
  boolean isEnded(Login login, long expiresAt);

  /**
   * Records a log-in whose token is about to be written; again for the same log-in is allowed.
   *
   * @param device the description of the device; empty if unknown
   * @param expiresAt when its token expires
   */
  void begin(Login login, String device, Instant expiresAt);

  /**
   * Records that a token of a log-in is about to be written that may last longer than the one
   * before.
   *
   * @param before when the token before expires
   * @param expiresAt when the token expires
   */
  void extend(Login login, Instant before, Instant expiresAt);

  /** Ends a log-in: none of its tokens is valid from now on. */
  void end(Login login);

  /** A registry that remembers nothing. */
  record UntrackedLogins(SecureRandom random) implements LoginRegistry {

    private static final int ID_BYTES = 12;

    @Override
    public String newId() {
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      return Base64Url.encodeToString(id);
    }

    @Override
    public boolean isEnded(Login login, long expiresAt) {
      return false;
    }

    @Override
    public void begin(Login login, String device, Instant expiresAt) {}

    @Override
    public void extend(Login login, Instant before, Instant expiresAt) {}

    @Override
    public void end(Login login) {}
  }
}
