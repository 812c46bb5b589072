package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.http.CookieHeader;
import dev.signet.json.Claims;
import dev.signet.json.ClaimsCodec;
import dev.signet.json.Login;
import dev.signet.seal.Seal;
import dev.signet.seal.UnsealResult;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads the session of a request from its {@code Cookie} header. Thread-safe. */
final class SessionLoader {

  private static final System.Logger LOG = System.getLogger(SessionLoader.class.getName());

  private static final SessionEvent LOADED = new SessionEvent.Loaded();

  private final Supplier<Seal> seal;
  private final ClaimsCodec codec;
  private final String cookieName;
  private final SessionPersistence persistence;
  private final ExpirationPolicy expiration;
  private final LoginRegistry logins;
  private final Consumer<SessionEvent> events;
  private final AtomicBoolean warned = new AtomicBoolean();

  SessionLoader(
      Supplier<Seal> seal,
      ClaimsCodec codec,
      String cookieName,
      SessionPersistence persistence,
      ExpirationPolicy expiration,
      LoginRegistry logins,
      Consumer<SessionEvent> events) {
    this.seal = seal;
    this.codec = codec;
    this.cookieName = cookieName;
    this.persistence = persistence;
    this.expiration = expiration;
    this.logins = logins;
    this.events = events;
  }

  /**
   * Returns the session of the newest valid cookie, and publishes why others are rejected.
   *
   * @param sentAt when the browser sent the header; before now if that request was answered
   */
  LoadedSession load(@Nullable String cookieHeader, long sentAt, long now) {
    var tokens = CookieHeader.values(cookieHeader, cookieName);
    if (tokens.isEmpty()) {
      return LoadedSession.none(false, now);
    }
    Seal current = seal.get();
    if (tokens.size() == 1) {
      String token = tokens.get(0);
      Candidate candidate = candidate(current.unseal(token), token, sentAt, now);
      return candidate == null ? LoadedSession.none(true, now) : accept(candidate, sentAt, now);
    }
    LoadedSession none = LoadedSession.none(true, now);
    for (Candidate candidate : candidates(tokens, current, sentAt, now)) {
      LoadedSession session = accept(candidate, sentAt, now);
      if (session.exists()) {
        return session;
      }
      none = session.ended() == null ? none : session;
    }
    return none;
  }

  /** A token that is valid. */
  private record Candidate(Claims claims, String token, boolean needsReseal) {}

  /**
   * Returns the valid tokens, the newest first, because a former path or domain of the cookie may
   * still have an old one.
   */
  private List<Candidate> candidates(List<String> tokens, Seal current, long sentAt, long now) {
    List<Candidate> candidates = new ArrayList<>(tokens.size());
    for (String token : new LinkedHashSet<>(tokens)) {
      Candidate candidate = candidate(current.unseal(token), token, sentAt, now);
      if (candidate != null) {
        candidates.add(candidate);
      }
    }
    if (candidates.size() > 1) {
      warnOnce();
      candidates.sort(Comparator.comparingLong(candidate -> -candidate.claims().issuedAt()));
    }
    return candidates;
  }

  private void warnOnce() {
    if (!warned.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "A request has several valid cookies named {0}; the newest is used. Browsers keep one for"
              + " each path and domain. If session.path or session.domain has changed, set"
              + " session.former-paths or session.former-domains, so that the former cookies are"
              + " deleted. This is logged once.",
          cookieName);
    }
  }

  private @Nullable Candidate candidate(UnsealResult result, String token, long sentAt, long now) {
    if (result instanceof UnsealResult.Rejected rejected) {
      return reject(rejected.reason());
    }
    var valid = (UnsealResult.Valid) result;
    Claims claims = codec.read(valid.payload());
    if (claims == null) {
      return reject(RejectionReason.MALFORMED);
    }
    RejectionReason reason =
        persistence.accepts(claims) ? validate(claims, sentAt, now) : RejectionReason.UNSUPPORTED;
    if (reason != null) {
      return reject(reason, claims.login());
    }
    return new Candidate(claims, token, valid.needsReseal());
  }

  private LoadedSession accept(Candidate candidate, long sentAt, long now) {
    LoadedSession session = load(candidate, sentAt, now);
    if (session.exists()) {
      events.accept(LOADED);
    }
    return session;
  }

  private LoadedSession load(Candidate candidate, long sentAt, long now) {
    Claims claims = candidate.claims();
    LoadedSession session =
        persistence.load(
            sentAt == now ? claims : claims.at(now),
            candidate.token(),
            candidate.needsReseal(),
            now);
    if (session == null) {
      var unused = reject(RejectionReason.NOT_FOUND);
      return LoadedSession.ended(claims, now);
    }
    RejectionReason reason = validateLogin(session, now);
    if (reason != null) {
      var unused = reject(reason, session.login());
      return LoadedSession.none(true, now);
    }
    return session;
  }

  /** Returns why the log-in, which a store may have returned, is no longer valid; null if it is. */
  private @Nullable RejectionReason validateLogin(LoadedSession session, long now) {
    if (session.stored() != null && now >= expiration.expiry(requireNonNull(session.claims()))) {
      return RejectionReason.EXPIRED;
    }
    Login login = session.login();
    if (login == null) {
      return null;
    }
    long latest = expiration.expiry(now, session.createdAt(), login);
    return logins.isEnded(login, latest) ? RejectionReason.LOGGED_OUT : null;
  }

  /** The absolute timeout ends a session also if the request has been answered. */
  private @Nullable RejectionReason validate(Claims claims, long sentAt, long now) {
    RejectionReason reason = expiration.validate(claims, sentAt);
    return reason == null && sentAt != now ? expiration.validate(claims.at(now), now) : reason;
  }

  private @Nullable Candidate reject(RejectionReason reason, @Nullable Login login) {
    if (reason == RejectionReason.EXPIRED && login != null) {
      events.accept(new SessionEvent.LoggedOut(LogOutCause.TIMED_OUT));
    }
    return reject(reason);
  }

  private @Nullable Candidate reject(RejectionReason reason) {
    events.accept(new SessionEvent.CookieRejected(reason));
    return null;
  }
}
