package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.SessionTooLargeException;
import dev.signet.http.CookieHeader;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.Claims;
import dev.signet.json.ClaimsCodec;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import dev.signet.seal.Seal;
import dev.signet.seal.UnsealResult;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
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
  private static final int CSRF_SECRET_BYTES = 16;
  private static final SessionEvent READ = new SessionEvent.Loaded();

  private final Supplier<Seal> seal;
  private final SessionPersistence keeper;
  private final SetCookie cookie;
  private final SecurePolicy secure;
  private final ExpirationPolicy lifetime;
  private final Clock clock;
  private final SecureRandom random;
  private final Consumer<SessionEvent> events;
  private final int roomy;
  private final JsonCodec json = new JsonCodec();
  private final ClaimsCodec codec = new ClaimsCodec(json);

  /**
   * @param seal gives what makes and opens tokens
   * @param keeper keeps the content
   * @param cookie writes the header
   * @param secure when the cookie gets the {@code SecurePolicy} attribute
   * @param lifetime the rules of time
   * @param clock tells the time
   * @param random makes renewed tokens differ
   * @param events is told what happened; must not throw
   */
  public SessionLifecycle(
      Supplier<Seal> seal,
      SessionPersistence keeper,
      SetCookie cookie,
      SecurePolicy secure,
      ExpirationPolicy lifetime,
      Clock clock,
      SecureRandom random,
      Consumer<SessionEvent> events) {
    this.seal = seal;
    this.keeper = keeper;
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
  public RequestSession begin(
      Supplier<@Nullable String> cookieHeader, BooleanSupplier requestIsSecure) {
    return new RequestSession(this, cookieHeader, requestIsSecure);
  }

  /** Returns the name of the cookie. */
  public String cookieName() {
    return cookie.name();
  }

  JsonCodec json() {
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
    for (String token : tokens.size() > 1 ? new LinkedHashSet<>(tokens) : tokens) {
      UnsealResult opened = current.unseal(token);
      Claims claims =
          opened instanceof UnsealResult.Valid valid ? codec.read(valid.payload()) : null;
      RejectionReason reason = objection(opened, claims, now);
      Origin origin = claims == null || reason != null ? null : keeper.load(claims);
      if (origin != null) {
        events.accept(READ);
        return new Opening(origin, true, ((UnsealResult.Valid) opened).needsReseal(), now);
      }
      events.accept(
          new SessionEvent.CookieRejected(reason == null ? RejectionReason.NOT_FOUND : reason));
    }
    return new Opening(null, !tokens.isEmpty(), false, now);
  }

  private @Nullable RejectionReason objection(
      UnsealResult opened, @Nullable Claims claims, long now) {
    if (opened instanceof UnsealResult.Rejected rejected) {
      return rejected.reason();
    }
    if (claims == null) {
      return RejectionReason.MALFORMED;
    }
    return keeper.knows(claims) ? lifetime.objection(claims, now) : RejectionReason.UNSUPPORTED;
  }

  /** Tells whether a session that was opened has to be written though nothing changed. */
  boolean isDue(Opening opening) {
    return opening.origin() != null
        && (opening.needsReseal() || lifetime.isDue(opening.origin().claims(), opening.now()));
  }

  /**
   * Ends a session.
   *
   * @param origin what it came as; null where nothing is kept of it
   * @return the header that makes the browser forget it
   */
  String end(@Nullable Origin origin, boolean requestIsSecure) {
    if (origin != null) {
      keeper.end(origin);
    }
    return expire(requestIsSecure);
  }

  /** Returns the header that makes the browser forget its session, whatever is kept of it. */
  String expire(boolean requestIsSecure) {
    return cookie.expire(secure.appliesTo(requestIsSecure));
  }

  /** Tells the application, the counters and the log what happened; throws nothing. */
  public void tell(SessionEvent event) {
    events.accept(event);
  }

  /**
   * Tells whether the content travels in the cookie; else it is in a store, and only its id does.
   */
  public boolean travels() {
    return keeper.travels();
  }

  /**
   * Makes sure that a session can be kept.
   *
   * @throws SessionTooLargeException if browsers would not keep it
   */
  void requireRoom(SessionState content, boolean requestIsSecure) {
    if (keeper.travels()) {
      header(content, claims(content), requestIsSecure);
    }
  }

  /**
   * Keeps a session; one whose time is over is forgotten.
   *
   * @return what it is from now on; null where it has ended meanwhile, and nothing is sent
   * @throws SessionTooLargeException if browsers would not keep it
   */
  @Nullable Kept keep(SessionState content, boolean requestIsSecure) {
    Claims now = claims(content);
    if (now.expiresAt() <= now.issuedAt()) {
      return new Kept(null, end(content.origin(), requestIsSecure), timedOut(content));
    }
    Origin kept = keeper.keep(content.origin(), now, content.changes(), content.renewed());
    if (kept == null) {
      events.accept(new SessionEvent.CookieRejected(RejectionReason.NOT_FOUND));
      return null;
    }
    String header = header(content, kept.claims(), requestIsSecure);
    return new Kept(kept, header, news(content));
  }

  private static @Nullable SessionEvent timedOut(SessionState content) {
    return content.origin() == null ? null : new SessionEvent.Destroyed(DestroyCause.TIMED_OUT);
  }

  private static @Nullable SessionEvent news(SessionState content) {
    if (content.origin() == null) {
      return new SessionEvent.Created();
    }
    return content.renewed() ? new SessionEvent.Renewed() : null;
  }

  private Claims claims(SessionState content) {
    long now = Math.max(now(), content.createdAt());
    long expiry = lifetime.expiry(now, content.createdAt());
    String tokenId = content.renewed() ? tokenId() : null;
    return new Claims(now, expiry, 0, content.createdAt(), tokenId, content.texts());
  }

  private String header(SessionState content, Claims claims, boolean requestIsSecure) {
    String token = seal.get().seal(codec.write(claims));
    String header = header(token, claims.expiresAt() - claims.issuedAt(), requestIsSecure);
    if (header.length() > SetCookie.MAX_LENGTH) {
      events.accept(new SessionEvent.TooLarge());
      throw tooLarge(header.length(), content.texts());
    }
    return header;
  }

  /**
   * Tells whether a session of so many bytes is small enough not to be measured.
   *
   * @param length the bytes its attributes take, with the commas between them
   */
  boolean hasRoomFor(int length) {
    return length <= roomy || !keeper.travels();
  }

  /** Returns the bytes of the largest cookie without content. */
  private int overhead() {
    long now = now();
    long maxAge = lifetime.maxAge().toSeconds();
    var empty = new Claims(now, now + maxAge, 0, now, tokenId(), Map.of());
    return header(seal.get().seal(codec.write(empty)), maxAge, true).length();
  }

  private String header(String token, long seconds, boolean requestIsSecure) {
    Duration maxAge = lifetime.persistent() ? Duration.ofSeconds(seconds) : null;
    return cookie.write(token, maxAge, secure.appliesTo(requestIsSecure));
  }

  private String tokenId() {
    return random(TOKEN_ID_BYTES);
  }

  /** Returns a fresh secret to draw tokens of the session from. */
  String csrfSecret() {
    return random(CSRF_SECRET_BYTES);
  }

  private String random(int bytes) {
    byte[] random = new byte[bytes];
    this.random.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static SessionTooLargeException tooLarge(int size, Map<String, RawJson> texts) {
    return new SessionTooLargeException(size, SetCookie.MAX_LENGTH, Attributes.largest(texts));
  }
}
