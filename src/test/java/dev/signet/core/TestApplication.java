package dev.signet.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.JsonCodec;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.spi.SessionStore;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An application without a server, and a browser that stores its session cookie. */
final class TestApplication {

  static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  static final Duration TWO_WEEKS = Duration.ofDays(14);
  static final String EXPIRED =
      "session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax";
  static final SessionKey KEY = new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt");
  static final SessionKey OLD_KEY = new SessionKey("Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7Qa");

  final MutableClock clock = new MutableClock(START);

  /** What happened, but for reading. */
  final List<SessionEvent> events = new ArrayList<>();

  int reads;

  private Consumer<SessionEvent> observer = event -> {};

  private List<SessionKey> keys = List.of(KEY);
  private SessionPersistence keeper = new CookiePersistence(new SecureRandom(), false);
  private boolean encrypted;
  private ExpirationPolicy lifetime;
  private boolean unreadableIsAbsent;
  private SessionLifecycle lifecycle;
  private @Nullable String cookieHeader;

  TestApplication() {
    this(new ExpirationPolicy(TWO_WEEKS, true, false, null));
  }

  /** An application that is told what happens. */
  TestApplication(Consumer<SessionEvent> observer) {
    this();
    this.observer = observer;
  }

  TestApplication(boolean encrypted) {
    this(new ExpirationPolicy(TWO_WEEKS, true, false, null), encrypted);
  }

  TestApplication(ExpirationPolicy lifetime) {
    this(lifetime, false);
  }

  TestApplication(ExpirationPolicy lifetime, boolean encrypted) {
    this.lifetime = lifetime;
    this.encrypted = encrypted;
    this.lifecycle = deploy();
  }

  private SessionLifecycle deploy() {
    Seal seal = seal(keys, "session");
    return new SessionLifecycle(
        () -> seal,
        keeper,
        new SetCookie("session", "/", null, true, SameSite.LAX, false),
        SecurePolicy.AUTO,
        lifetime,
        clock,
        this::happened,
        new JsonCodec(),
        unreadableIsAbsent,
        LoginRegistry.untracked(new SecureRandom()));
  }

  /** Returns why cookies were refused until now. */
  List<SessionEvent.RejectionReason> refusals() {
    return events.stream()
        .filter(SessionEvent.CookieRejected.class::isInstance)
        .map(event -> ((SessionEvent.CookieRejected) event).reason())
        .toList();
  }

  private void happened(SessionEvent event) {
    if (event instanceof SessionEvent.Loaded) {
      reads++;
    } else {
      events.add(event);
    }
    observer.accept(event);
  }

  /** Returns what makes tokens of the kind this application makes. */
  Seal seal(List<SessionKey> of, String cookieName) {
    return encrypted
        ? Seal.encrypting(of, cookieName, new SecureRandom())
        : Seal.signing(of, cookieName);
  }

  /** Deploys the application again, which treats attributes that it cannot read as missing. */
  void deployWithUnreadableAbsent() {
    unreadableIsAbsent = true;
    lifecycle = deploy();
  }

  /** Deploys the application again, which keeps its sessions in a store from now on. */
  void deployWith(SessionStore store) {
    deployWith(store, 1_000_000);
  }

  /** Deploys the application again, with a limit for the size of a session in its store. */
  void deployWith(SessionStore store, int maxSize) {
    keeper = new StorePersistence(store, maxSize, new SecureRandom(), this::happened);
    lifecycle = deploy();
  }

  /** Deploys the application again, which makes tokens of the other kind from now on. */
  void deployWithOtherKind(SessionKey... changed) {
    encrypted = !encrypted;
    deployWith(changed);
  }

  /** Deploys the application again, with other rules of time. */
  void deployWith(ExpirationPolicy changed) {
    lifetime = changed;
    lifecycle = deploy();
  }

  /** Deploys the application again, with other keys. */
  void deployWith(SessionKey... changed) {
    keys = List.of(changed);
    lifecycle = deploy();
  }

  /** Begins a request of the browser. */
  RequestSession request() {
    return request(cookieHeader);
  }

  /** Begins a request of anybody. */
  RequestSession request(@Nullable String header) {
    return lifecycle.begin(() -> header, () -> false);
  }

  /** Begins a request that came over HTTPS. */
  RequestSession secureRequest() {
    return lifecycle.begin(() -> cookieHeader, () -> true);
  }

  /** Begins a request of which it can be told when its header was read. */
  RequestSession request(Runnable read) {
    return lifecycle.begin(
        () -> {
          read.run();
          return cookieHeader;
        },
        () -> false);
  }

  /** Decides the response; the browser keeps what it says. */
  Optional<String> respond(RequestSession session) {
    return keep(session.decide(false));
  }

  /** Decides the response of a server that failed; the browser keeps what it says. */
  Optional<String> fail(RequestSession session) {
    return keep(session.decide(true));
  }

  private Optional<String> keep(Optional<String> setCookie) {
    setCookie.ifPresent(
        text -> cookieHeader = text.equals(EXPIRED) ? null : text.substring(0, text.indexOf(';')));
    return setCookie;
  }

  /** Makes one request; returns the {@code Set-Cookie} header of its response. */
  Optional<String> visit(Consumer<Session> resource) {
    RequestSession session = request();
    resource.accept(session);
    return respond(session);
  }

  /** Makes the browser send what it sent before. */
  void replay(@Nullable String header) {
    cookieHeader = header;
  }

  /** Returns what the browser sends. */
  @Nullable String cookieHeader() {
    return cookieHeader;
  }

  /** Makes the browser keep a token of somebody who has the key. */
  void keepTokenOf(String payload) {
    cookieHeader = cookieOf(payload);
  }

  /** Returns the cookie of somebody who has the key. */
  String cookieOf(String payload) {
    return "session=" + seal(keys, "session").seal("", payload.getBytes(UTF_8), "");
  }

  /** Returns what a token made now would say with these attributes, written as JSON. */
  String claims(String data) {
    return claims(now(), now() + TWO_WEEKS.toSeconds(), now(), data);
  }

  static String claims(long issuedAt, long expiresAt, long createdAt, String data) {
    return "{\"iat\":%d,\"exp\":%d,\"start\":%d,\"data\":%s}"
        .formatted(issuedAt, expiresAt, createdAt, data);
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /** Returns what the token says that the browser keeps. */
  String payload() {
    String token = String.valueOf(cookieHeader);
    return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
  }
}
