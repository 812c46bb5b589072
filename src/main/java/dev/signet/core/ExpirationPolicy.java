package dev.signet.core;

import dev.signet.SessionEvent.RejectionReason;
import dev.signet.json.Claims;
import dev.signet.json.Login;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rules for when sessions expire. Immutable.
 *
 * @param maxAge the lifetime of a token
 * @param persistent whether the cookie has the same lifetime, or ends with the browser session
 * @param sliding whether requests extend a session
 * @param absoluteTimeout the maximum lifetime of a session, however it is used; null for no limit
 * @param loginTimeout the maximum time after the log-in; null for no limit
 * @param idleTimeout the maximum time between two requests after the log-in; null for no limit
 */
public record ExpirationPolicy(
    Duration maxAge,
    boolean persistent,
    boolean sliding,
    @Nullable Duration absoluteTimeout,
    @Nullable Duration loginTimeout,
    @Nullable Duration idleTimeout) {

  /** The number of seconds that another server's clock may be ahead. */
  static final long TOLERANCE = 60;

  /** A session is extended at most once per this fraction of its lifetime. */
  private static final int SLIDING_STEPS = 10;

  /** Creates rules that do not depend on log-ins. */
  public ExpirationPolicy(
      Duration maxAge, boolean persistent, boolean sliding, @Nullable Duration absoluteTimeout) {
    this(maxAge, persistent, sliding, absoluteTimeout, null, null);
  }

  /**
   * Returns when a token issued now expires, in seconds since the epoch.
   *
   * @param login the log-in; null if no user is logged in
   */
  long expiry(long now, long createdAt, @Nullable Login login) {
    long end = after(createdAt, absoluteTimeout);
    if (login == null) {
      return Math.min(now + maxAge.toSeconds(), end);
    }
    if (login.isRemembered()) {
      return Math.min(login.since() + login.remembered(), end);
    }
    long endOfLogin = Math.min(end, after(login.since(), loginTimeout));
    return Math.min(now + lifetime(login), endOfLogin);
  }

  /** Returns when a token expires: earlier than its claim if the rules have become stricter. */
  long expiry(Claims claims) {
    return Math.min(
        claims.expiresAt(), expiry(claims.issuedAt(), claims.createdAt(), claims.login()));
  }

  private static long after(long start, @Nullable Duration timeout) {
    return timeout == null ? Long.MAX_VALUE : start + timeout.toSeconds();
  }

  /** Returns how long a token lasts that is not used, in seconds. */
  private long lifetime(@Nullable Login login) {
    long seconds = maxAge.toSeconds();
    return login == null || idleTimeout == null
        ? seconds
        : Math.min(seconds, idleTimeout.toSeconds());
  }

  /** Returns whether the cookie stays when the browser session ends. */
  boolean isPersistent(@Nullable Login login) {
    return persistent || (login != null && login.isRemembered());
  }

  /**
   * Checks that a log-in can be remembered for a time.
   *
   * @throws IllegalArgumentException if the session must end before
   */
  void checkRemembered(Duration time) {
    if (absoluteTimeout != null && time.compareTo(absoluteTimeout) > 0) {
      throw new IllegalArgumentException(
          "The log-in should be remembered for %s, but session.absolute-timeout ends every session after %s. Remember it for a shorter time, or limit log-ins with session.login-timeout instead, which remembered log-ins are exempt from."
              .formatted(time, absoluteTimeout));
    }
  }

  /** Returns why a token is not valid now, or null if it is valid (RFC 7519, 4.1.4 to 4.1.6). */
  @Nullable RejectionReason validate(Claims claims, long now) {
    long latest = now + TOLERANCE;
    if (claims.issuedAt() > latest || claims.notBefore() > latest || claims.createdAt() > latest) {
      return RejectionReason.NOT_YET_VALID;
    }
    // The log-in of a stored session, and so its timeouts, are known once it is loaded.
    long end = claims.sessionId() == null ? expiry(claims) : claims.expiresAt();
    return now >= end ? RejectionReason.EXPIRED : null;
  }

  /** Returns whether a session that is used now must be extended. */
  boolean needsRefresh(Claims claims, long now) {
    Login login = claims.login();
    return (sliding || (login != null && idleTimeout != null))
        && now - claims.issuedAt() >= lifetime(login) / SLIDING_STEPS
        && expiry(now, claims.createdAt(), login) > expiry(claims);
  }
}
