package dev.signet.core;

import dev.signet.SessionEvent.RejectionReason;
import dev.signet.json.Claims;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rules for when sessions expire. Immutable.
 *
 * @param maxAge the lifetime of a token
 * @param persistent whether the cookie has the same lifetime, or ends with the browser session
 * @param sliding whether requests extend a session
 * @param absoluteTimeout the maximum lifetime of a session, however it is used; null for no limit
 */
public record ExpirationPolicy(
    Duration maxAge, boolean persistent, boolean sliding, @Nullable Duration absoluteTimeout) {

  /** The number of seconds that another server's clock may be ahead. */
  static final long TOLERANCE = 60;

  /** A session is extended at most once per this fraction of its lifetime. */
  private static final int SLIDING_STEPS = 10;

  /** Returns when a token issued now expires, in seconds since the epoch. */
  long expiry(long now, long createdAt) {
    return Math.min(now + maxAge.toSeconds(), absoluteEnd(createdAt));
  }

  /** Returns when a token expires: earlier than its claim if the rules have become stricter. */
  long expiry(Claims claims) {
    return Math.min(claims.expiresAt(), expiry(claims.issuedAt(), claims.createdAt()));
  }

  private long absoluteEnd(long createdAt) {
    return absoluteTimeout == null ? Long.MAX_VALUE : createdAt + absoluteTimeout.toSeconds();
  }

  /** Returns why a token is not valid now, or null if it is valid (RFC 7519, 4.1.4 to 4.1.6). */
  @Nullable RejectionReason validate(Claims claims, long now) {
    long latest = now + TOLERANCE;
    if (claims.issuedAt() > latest || claims.notBefore() > latest || claims.createdAt() > latest) {
      return RejectionReason.NOT_YET_VALID;
    }
    return now >= expiry(claims) ? RejectionReason.EXPIRED : null;
  }

  /** Returns whether a session that is used now must be extended. */
  boolean needsRefresh(Claims claims, long now) {
    long step = maxAge.toSeconds() / SLIDING_STEPS;
    return sliding
        && now - claims.issuedAt() >= step
        && expiry(now, claims.createdAt()) > expiry(claims);
  }
}
