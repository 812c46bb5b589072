package dev.signet.core;

import dev.signet.SessionTooLargeException;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.Claims;
import dev.signet.json.ClaimsCodec;
import dev.signet.json.Login;
import dev.signet.json.LoginCodec;
import dev.signet.seal.Seal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the {@code Set-Cookie} header of a session. Immutable and thread-safe. */
final class SessionCookieWriter {

  /** Stands for an id of the length that ids in a cookie have. */
  private static final String LONGEST_ID = "0".repeat(16);

  /** The bytes of the attribute {@code Max-Age}, which a remembered log-in adds. */
  private static final int MAX_AGE_LENGTH = "; Max-Age=34560000".length();

  /** The bytes of the claim of the page, without the page. */
  private static final int PAGE_OVERHEAD = ",\"page\":\"\"".length();

  private final Supplier<Seal> seal;
  private final ClaimsCodec codec;
  private final SetCookie cookie;
  private final SecurePolicy secure;
  private final ExpirationPolicy expiration;
  private final int certainToFit;

  SessionCookieWriter(
      Supplier<Seal> seal,
      ClaimsCodec codec,
      SetCookie cookie,
      SecurePolicy secure,
      ExpirationPolicy expiration,
      long now) {
    this.seal = seal;
    this.codec = codec;
    this.cookie = cookie;
    this.secure = secure;
    this.expiration = expiration;
    this.certainToFit =
        (SetCookie.MAX_LENGTH - overhead(now, expiration.maxAge().toSeconds())) / 4 * 3;
  }

  /** Returns the length of the largest header of a session without attributes. */
  private int overhead(long now, long maxAge) {
    var claims = new Claims(now, now + maxAge, 0, now - 1, LONGEST_ID, Map.of());
    return header(claims, () -> true).length();
  }

  /**
   * Returns the header of a session.
   *
   * @throws SessionTooLargeException if browsers would not accept the cookie
   */
  String write(Claims claims, BooleanSupplier requestIsSecure) {
    String header = header(claims, requestIsSecure);
    if (header.length() > SetCookie.MAX_LENGTH) {
      String message =
          "The session cookie would have %d bytes; browsers keep at most %d with name and attributes (RFC 6265, 6.1). Largest attributes: %s. Keep only IDs in the session, and the data in a database."
              .formatted(
                  header.length(),
                  SetCookie.MAX_LENGTH,
                  AttributeSizes.largest(claims.attributes()));
      throw new SessionTooLargeException(message, header.length(), SetCookie.MAX_LENGTH);
    }
    return header;
  }

  private String header(Claims claims, BooleanSupplier requestIsSecure) {
    long seconds = claims.expiresAt() - claims.issuedAt();
    Duration maxAge = expiration.isPersistent(claims.login()) ? Duration.ofSeconds(seconds) : null;
    String after = cookie.afterValue(maxAge, secure.appliesTo(requestIsSecure));
    return seal.get().seal(cookie.beforeValue(), codec.write(claims), after);
  }

  /** Returns the header that makes the browser delete the cookie. */
  String expire(BooleanSupplier requestIsSecure) {
    return cookie.expire(secure.appliesTo(requestIsSecure));
  }

  /** Returns the headers that make the browser delete cookies with former paths and domains. */
  List<String> expireFormer(BooleanSupplier requestIsSecure) {
    return cookie.hasFormer() ? cookie.expireFormer(secure.appliesTo(requestIsSecure)) : List.of();
  }

  /**
   * Returns whether attributes are small enough to fit without measuring.
   *
   * @param length the bytes that they take as JSON, with the commas between them
   * @param login the log-in beside them; null if there is none
   * @param page the page to return to after the log-in, in ASCII; null if there is none
   */
  boolean isCertainToFit(int length, @Nullable Login login, @Nullable String page) {
    int room = login == null ? 0 : LoginCodec.length(login) + MAX_AGE_LENGTH;
    return length + room + (page == null ? 0 : page.length() + PAGE_OVERHEAD) <= certainToFit;
  }
}
