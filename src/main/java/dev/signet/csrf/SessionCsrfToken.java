package dev.signet.csrf;

import dev.signet.CsrfToken;
import dev.signet.Session;
import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.core.RequestSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the current session: masks of a random secret in it, which is gone once the session is
 * renewed. It is no secret to the client whose session it is, only to others.
 */
final class SessionCsrfToken implements CsrfToken {

  private final Session session;
  private final CsrfConfig config;
  private final SecureRandom random;

  /**
   * @param session where the secret is kept
   * @param config whether tokens are asked for
   * @param random makes secrets and masks
   */
  SessionCsrfToken(Session session, CsrfConfig config, SecureRandom random) {
    this.session = session;
    this.config = config;
    this.random = random;
  }

  @Override
  public String value() {
    if (config.mode() != Mode.TOKEN) {
      return "";
    }
    byte[] secret = secret();
    return TokenMask.mask(secret == null ? begin() : secret, random);
  }

  private byte[] begin() {
    byte[] secret = new byte[TokenMask.SECRET_BYTES];
    random.nextBytes(secret);
    session.put(RequestSession.CSRF_SECRET, TokenMask.encode(secret));
    return secret;
  }

  /** Tells, in a time that does not depend on it, whether a text is a token of the session. */
  boolean matches(String text) {
    byte[] sent = TokenMask.unmask(text);
    byte[] secret = secret();
    return sent != null && secret != null && MessageDigest.isEqual(sent, secret);
  }

  private byte @Nullable [] secret() {
    return session.get(RequestSession.CSRF_SECRET) instanceof String text
        ? TokenMask.decode(text, TokenMask.SECRET_BYTES)
        : null;
  }

  /** Shows nothing and touches nothing. */
  @Override
  public String toString() {
    return "CsrfToken[of the current session]";
  }
}
