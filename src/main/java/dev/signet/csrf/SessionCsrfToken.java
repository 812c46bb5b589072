package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.CsrfToken;
import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.core.CurrentSession;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the current session: masks of a digest of its id. Nothing is written for them, so
 * that concurrent requests cannot overwrite each other's tokens; they end when the session is
 * renewed. The client whose session it is may know the id, others do not.
 */
final class SessionCsrfToken implements CsrfToken {

  private final CurrentSession session;
  private final CsrfConfig config;
  private final SecureRandom random;

  /**
   * @param session finds the session
   * @param config whether tokens are required
   * @param random makes masks
   */
  SessionCsrfToken(CurrentSession session, CsrfConfig config, SecureRandom random) {
    this.session = session;
    this.config = config;
    this.random = random;
  }

  @Override
  public String value() {
    return config.mode() == Mode.TOKEN ? TokenMask.mask(secret(session.get().id()), random) : "";
  }

  @Override
  public boolean matches(@Nullable String text) {
    return text != null && config.mode() == Mode.TOKEN && matches(text, session.get().id());
  }

  /** Returns whether a text is a token of the session with an id, in constant time. */
  boolean matches(String text, String id) {
    byte[] sent = TokenMask.unmask(text);
    return sent != null && MessageDigest.isEqual(sent, secret(id));
  }

  private static byte[] secret(String sessionId) {
    try {
      byte[] id = ("signet csrf " + sessionId).getBytes(UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id);
      return Arrays.copyOf(digest, TokenMask.SECRET_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Shows no content. Does not use the session. */
  @Override
  public String toString() {
    return "CsrfToken[of the current session]";
  }
}
