package dev.signet.bench;

import dev.signet.SessionEvent;
import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Signet as a server has it by default, without the server. */
final class Signet {

  /** The key of everybody here. */
  static final String SECRET = "made-for-the-benchmarks-and-for-nothing-else";

  private final AtomicLong rejections = new AtomicLong();
  private final SessionLifecycle lifecycle;

  private Signet(Seal seal) {
    this.lifecycle =
        new SessionLifecycle(
            () -> seal,
            new CookiePersistence(new SecureRandom(), false),
            new SetCookie("session", "/", null, true, SameSite.LAX, false),
            SecurePolicy.AUTO,
            new ExpirationPolicy(Duration.ofDays(14), true, false, null),
            Clock.systemUTC(),
            event -> {
              if (event instanceof SessionEvent.CookieRejected) {
                rejections.incrementAndGet();
              }
            });
  }

  /** Signs with a key that has others behind it. */
  static Signet signing(String secret, int previousKeys) {
    List<SessionKey> keys = new ArrayList<>();
    keys.add(new SessionKey(secret));
    for (int i = 1; i <= previousKeys; i++) {
      keys.add(new SessionKey(previous(i)));
    }
    return new Signet(Seal.signing(keys, "session"));
  }

  /** Returns the secret that was the current one so many keys ago. */
  static String previous(int number) {
    return "previous-key-%02d-of-the-benchmarks-and-nothing-else".formatted(number);
  }

  /** Encrypts. */
  static Signet encrypting() {
    return new Signet(
        Seal.encrypting(List.of(new SessionKey(SECRET)), "session", new SecureRandom()));
  }

  /** Begins the session of a request with a {@code Cookie} header. */
  RequestSession begin(@Nullable String cookieHeader) {
    return lifecycle.begin(() -> cookieHeader, () -> false);
  }

  /** Writes a new session and returns the {@code Set-Cookie} header. */
  Optional<String> write(Map<String, Object> content) {
    RequestSession session = begin(null);
    session.putAll(content);
    return session.decide(false);
  }

  /** Returns the {@code Cookie} header that a browser sends after it was given this content. */
  String cookieHeader(Map<String, Object> content) {
    String setCookie = write(content).orElseThrow();
    String header = setCookie.substring(0, setCookie.indexOf(';'));
    Content.requireSame(content, begin(header));
    return header;
  }

  /** Returns how many cookies were refused. */
  long rejections() {
    return rejections.get();
  }

  /** Returns the token in a {@code Cookie} header. */
  static String token(String cookieHeader) {
    return cookieHeader.substring(cookieHeader.indexOf('=') + 1);
  }
}
