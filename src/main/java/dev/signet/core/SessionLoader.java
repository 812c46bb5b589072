package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.http.CookieHeader;
import dev.signet.json.Claims;
import dev.signet.json.ClaimsCodec;
import dev.signet.seal.Seal;
import dev.signet.seal.UnsealResult;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads the session of a request from its {@code Cookie} header. Immutable and thread-safe. */
final class SessionLoader {

  private static final SessionEvent LOADED = new SessionEvent.Loaded();

  private final Supplier<Seal> seal;
  private final ClaimsCodec codec;
  private final String cookieName;
  private final SessionPersistence persistence;
  private final ExpirationPolicy expiration;
  private final Consumer<SessionEvent> events;

  SessionLoader(
      Supplier<Seal> seal,
      ClaimsCodec codec,
      String cookieName,
      SessionPersistence persistence,
      ExpirationPolicy expiration,
      Consumer<SessionEvent> events) {
    this.seal = seal;
    this.codec = codec;
    this.cookieName = cookieName;
    this.persistence = persistence;
    this.expiration = expiration;
    this.events = events;
  }

  /**
   * Returns the session of the first valid cookie, and publishes why those before it are not.
   *
   * @param sentAt when the browser sent the header; before now if that request was answered
   */
  LoadedSession load(@Nullable String cookieHeader, long sentAt, long now) {
    var tokens = CookieHeader.values(cookieHeader, cookieName);
    Seal current = seal.get();
    LoadedSession none = LoadedSession.none(!tokens.isEmpty(), now);
    for (String token : tokens.size() > 1 ? new LinkedHashSet<>(tokens) : tokens) {
      LoadedSession session = load(current.unseal(token), token, sentAt, now);
      if (session.exists()) {
        events.accept(LOADED);
        return session;
      }
      none = session.ended() == null ? none : session;
    }
    return none;
  }

  private LoadedSession load(UnsealResult result, String token, long sentAt, long now) {
    if (result instanceof UnsealResult.Rejected rejected) {
      return reject(rejected.reason(), now);
    }
    var valid = (UnsealResult.Valid) result;
    Claims claims = codec.read(valid.payload());
    if (claims == null) {
      return reject(RejectionReason.MALFORMED, now);
    }
    RejectionReason reason =
        persistence.accepts(claims) ? validate(claims, sentAt, now) : RejectionReason.UNSUPPORTED;
    if (reason != null) {
      return reject(reason, now);
    }
    Claims current = sentAt == now ? claims : claims.at(now);
    LoadedSession session = persistence.load(current, token, valid.needsReseal(), now);
    if (session == null) {
      var unused = reject(RejectionReason.NOT_FOUND, now);
      return LoadedSession.ended(claims, now);
    }
    return session;
  }

  /** The absolute timeout ends a session also if the request has been answered. */
  private @Nullable RejectionReason validate(Claims claims, long sentAt, long now) {
    RejectionReason reason = expiration.validate(claims, sentAt);
    return reason == null && sentAt != now ? expiration.validate(claims.at(now), now) : reason;
  }

  private LoadedSession reject(RejectionReason reason, long now) {
    events.accept(new SessionEvent.CookieRejected(reason));
    return LoadedSession.none(true, now);
  }
}
