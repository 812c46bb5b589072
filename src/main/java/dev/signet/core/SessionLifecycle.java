package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.ClaimsCodec;
import dev.signet.json.JsonCodec;
import dev.signet.seal.Seal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules that all sessions of an application share. It creates the session of each request.
 * Immutable and thread-safe.
 */
public final class SessionLifecycle {

  private final SessionPersistence persistence;
  private final ExpirationPolicy expiration;
  private final String cookieName;
  private final Clock clock;
  private final Consumer<SessionEvent> events;
  private final JsonCodec json;
  private final boolean unreadableIsAbsent;
  private final LoginRegistry logins;
  private final SessionLoader loader;
  private final SessionCookieWriter writer;

  /**
   * @param seal supplies the seal that makes and verifies tokens
   * @param persistence keeps the attributes
   * @param cookie writes the {@code Set-Cookie} header
   * @param secure when the cookie has the {@code Secure} attribute
   * @param expiration when sessions end
   * @param clock the source of the time
   * @param events receives every event; must not throw
   */
  public SessionLifecycle(
      Supplier<Seal> seal,
      SessionPersistence persistence,
      SetCookie cookie,
      SecurePolicy secure,
      ExpirationPolicy expiration,
      Clock clock,
      Consumer<SessionEvent> events) {
    this(
        seal,
        persistence,
        cookie,
        secure,
        expiration,
        clock,
        events,
        new JsonCodec(),
        false,
        LoginRegistry.untracked(new SecureRandom()));
  }

  /**
   * @param json converts the values of attributes
   * @param unreadableIsAbsent whether an attribute that cannot be read is treated as missing
   * @param logins knows the log-ins
   * @see #SessionLifecycle(Supplier, SessionPersistence, SetCookie, SecurePolicy, ExpirationPolicy,
   *     Clock, Consumer)
   */
  public SessionLifecycle(
      Supplier<Seal> seal,
      SessionPersistence persistence,
      SetCookie cookie,
      SecurePolicy secure,
      ExpirationPolicy expiration,
      Clock clock,
      Consumer<SessionEvent> events,
      JsonCodec json,
      boolean unreadableIsAbsent,
      LoginRegistry logins) {
    this.logins = logins;
    this.json = json;
    this.unreadableIsAbsent = unreadableIsAbsent;
    var codec = new ClaimsCodec(json);
    this.persistence = persistence;
    this.expiration = expiration;
    this.cookieName = cookie.name();
    this.clock = clock;
    this.events = events;
    this.loader =
        new SessionLoader(seal, codec, cookieName, persistence, expiration, logins, events);
    this.writer = new SessionCookieWriter(seal, codec, cookie, secure, expiration, now());
  }

  /**
   * Creates the session of a request. Nothing of the request is read until the session is used.
   *
   * @param cookieHeader supplies the {@code Cookie} header, or null
   * @param requestIsSecure returns whether the request came over HTTPS
   */
  public RequestSession begin(
      Supplier<@Nullable String> cookieHeader, BooleanSupplier requestIsSecure) {
    return new RequestSession(() -> load(cookieHeader.get()), this, cookieHeader, requestIsSecure);
  }

  /**
   * Creates a session for a client whose request has been answered, such as an open WebSocket. A
   * session in a store ends when it ends there, whichever request prolonged it: the token has to be
   * valid at the time of the request only.
   *
   * @param answeredAt when the request was answered, from {@link #now}
   * @see #begin
   */
  public RequestSession resume(
      Supplier<@Nullable String> cookieHeader, BooleanSupplier requestIsSecure, long answeredAt) {
    return new RequestSession(
        () -> loader.load(cookieHeader.get(), answeredAt, now()),
        this,
        cookieHeader,
        requestIsSecure);
  }

  /** Returns the name of the cookie. */
  public String cookieName() {
    return cookieName;
  }

  /**
   * Returns whether sessions are written to a store at once, not with the cookie of a response that
   * may still be replaced.
   */
  public boolean writesAtOnce() {
    return persistence.writesAtOnce();
  }

  /** Passes an event on to the application, the counters and the log. Never throws. */
  public void publish(SessionEvent event) {
    events.accept(event);
  }

  /** Returns whether an attribute that cannot be read is treated as missing. */
  boolean unreadableIsAbsent() {
    return unreadableIsAbsent;
  }

  private LoadedSession load(@Nullable String cookieHeader) {
    long now = now();
    return loader.load(cookieHeader, now, now);
  }

  /** Returns the time in seconds since the epoch. */
  public long now() {
    return Math.floorDiv(clock.millis(), 1000L);
  }

  SessionPersistence persistence() {
    return persistence;
  }

  ExpirationPolicy expiration() {
    return expiration;
  }

  SessionCookieWriter writer() {
    return writer;
  }

  LoginRegistry logins() {
    return logins;
  }

  JsonCodec json() {
    return json;
  }
}
