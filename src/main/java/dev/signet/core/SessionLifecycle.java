package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.Reason;
import dev.signet.SessionTooLargeException;
import dev.signet.cookie.CookieHeader;
import dev.signet.cookie.Secure;
import dev.signet.cookie.SetCookie;
import dev.signet.json.Claims;
import dev.signet.json.ClaimsCodec;
import dev.signet.json.Json;
import dev.signet.json.JsonText;
import dev.signet.seal.Opened;
import dev.signet.seal.Seal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From cookies to sessions and back, by the rules of one configuration. Immutable, safe for use by
 * many threads.
 */
public final class SessionLifecycle {

  private static final int TOKEN_ID_BYTES = 12;

  private final Supplier<Seal> seal;
  private final SetCookie cookie;
  private final Secure secure;
  private final Lifetime lifetime;
  private final Clock clock;
  private final SecureRandom random;
  private final Consumer<SessionEvent> events;
  private final int roomy;
  private final Json json = new Json();
  private final ClaimsCodec codec = new ClaimsCodec(json);

  /**
   * @param seal gives what makes and opens tokens
   * @param cookie writes the header
   * @param secure when the cookie gets the {@code Secure} attribute
   * @param lifetime the rules of time
   * @param clock tells the time
   * @param random makes renewed tokens differ
   * @param events is told what happened; must not throw
   */
  public SessionLifecycle(
      Supplier<Seal> seal,
      SetCookie cookie,
      Secure secure,
      Lifetime lifetime,
      Clock clock,
      SecureRandom random,
      Consumer<SessionEvent> events) {
    this.seal = seal;
    this.cookie = cookie;
    this.secure = secure;
    this.lifetime = lifetime;
    this.clock = clock;
    this.random = random;
    this.events = events;
    this.roomy = (SetCookie.MAX_LENGTH - overhead()) / 4 * 3;
  }

  /**
   * Begins the session of a request. Nothing is asked of the request until the session is touched.
   *
   * @param cookieHeader gives the {@code Cookie} header, or null
   * @param requestIsSecure tells whether the request came over HTTPS
   */
  public LiveSession begin(
      Supplier<@Nullable String> cookieHeader, BooleanSupplier requestIsSecure) {
    return new LiveSession(this, cookieHeader, requestIsSecure);
  }

  /** Returns the name of the cookie. */
  public String cookieName() {
    return cookie.name();
  }

  Json json() {
    return json;
  }

  long now() {
    return Math.floorDiv(clock.millis(), 1000L);
  }

  /** Returns when a token ends, in seconds since the epoch. */
  long expiry(Claims claims) {
    return lifetime.expiry(claims);
  }

  /** Looks for the first cookie of the name that is valid, and tells of those before it. */
  Opening open(@Nullable String cookieHeader) {
    long now = now();
    var tokens = CookieHeader.values(cookieHeader, cookie.name());
    Seal current = seal.get();
    for (String token : tokens) {
      Opened opened = current.open(token);
      Claims claims = opened instanceof Opened.Valid valid ? codec.read(valid.payload()) : null;
      Reason reason = objection(opened, claims, now);
      if (claims != null && reason == null) {
        return new Opening(claims, true, ((Opened.Valid) opened).outdated(), now);
      }
      if (reason != null) {
        events.accept(new SessionEvent.Rejected(reason));
      }
    }
    return new Opening(null, !tokens.isEmpty(), false, now);
  }

  private @Nullable Reason objection(Opened opened, @Nullable Claims claims, long now) {
    if (opened instanceof Opened.Rejected rejected) {
      return rejected.reason();
    }
    return claims == null ? Reason.MALFORMED : lifetime.objection(claims, now);
  }

  /** Tells whether a session that was opened has to be written though nothing changed. */
  boolean isDue(Opening opening) {
    return opening.claims() != null
        && (opening.outdated() || lifetime.isDue(opening.claims(), opening.now()));
  }

  /** Returns the header that makes the browser forget the session. */
  String expire(boolean requestIsSecure) {
    return cookie.expire(secure.appliesTo(requestIsSecure));
  }

  /**
   * Returns the header that makes the browser keep a session; one whose time is over is forgotten.
   *
   * @param renewed whether the token has to differ from every other
   * @throws SessionTooLargeException if browsers would not keep it
   */
  String write(
      Map<String, JsonText> texts, long startedAt, boolean renewed, boolean requestIsSecure) {
    long now = Math.max(now(), startedAt);
    long expiry = lifetime.expiry(now, startedAt);
    if (expiry <= now) {
      return expire(requestIsSecure);
    }
    String tokenId = renewed ? tokenId() : null;
    var claims = new Claims(now, expiry, 0, startedAt, tokenId, texts);
    String token = seal.get().close(codec.write(claims));
    String header = header(token, expiry - now, requestIsSecure);
    if (header.length() > SetCookie.MAX_LENGTH) {
      throw tooLarge(header.length(), texts);
    }
    return header;
  }

  /**
   * Tells whether a session of so many bytes is small enough not to be measured.
   *
   * @param length the bytes its attributes take, with the commas between them
   */
  boolean hasRoomFor(int length) {
    return length <= roomy;
  }

  /** Returns the bytes of the largest cookie without content. */
  private int overhead() {
    long now = now();
    long maxAge = lifetime.maxAge().toSeconds();
    var empty = new Claims(now, now + maxAge, 0, now, tokenId(), Map.of());
    return header(seal.get().close(codec.write(empty)), maxAge, true).length();
  }

  private String header(String token, long seconds, boolean requestIsSecure) {
    Duration maxAge = lifetime.persistent() ? Duration.ofSeconds(seconds) : null;
    return cookie.write(token, maxAge, secure.appliesTo(requestIsSecure));
  }

  private String tokenId() {
    byte[] id = new byte[TOKEN_ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().encodeToString(id);
  }

  private static SessionTooLargeException tooLarge(int size, Map<String, JsonText> texts) {
    return new SessionTooLargeException(size, SetCookie.MAX_LENGTH, Attributes.largest(texts));
  }
}
