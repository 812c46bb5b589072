package dev.signet.core;

import dev.signet.SessionEvent.RejectionReason;
import dev.signet.json.Claims;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the end of sessions. Immutable.
 *
 * @param maxAge the lifetime of a token
 * @param persistent whether the cookie has the same lifetime, or ends with the browser session
 * @param sliding whether use prolongs a session
 * @param absoluteTimeout the longest life of a session; null for no limit
 */
public record ExpirationPolicy(
    Duration maxAge, boolean persistent, boolean sliding, @Nullable Duration absoluteTimeout) {

  /** Seconds that another server's clock may be ahead. */
  static final long TOLERANCE = 60;

  /** A session that is used is prolonged at most once in this part of its time. */
  private static final int SLIDING_STEPS = 10;

  /** Returns when a token made now ends, in seconds since the epoch. */
  long expiry(long now, long createdAt) {
    return Math.min(now + maxAge.toSeconds(), absoluteEnd(createdAt));
  }

  /** Returns when a token ends, which is earlier than it says where the rules became stricter. */
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

  /** Returns whether a session that is used now has to be prolonged. */
  boolean needsRefresh(Claims claims, long now) {
    long step = maxAge.toSeconds() / SLIDING_STEPS;
    return sliding
        && now - claims.issuedAt() >= step
        && expiry(now, claims.createdAt()) > expiry(claims);
  }
}
