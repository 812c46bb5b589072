package dev.signet.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.signet.json.Claims;
import dev.signet.json.Login;
import dev.signet.json.RawJson;
import dev.signet.seal.Base64Url;
import dev.signet.spi.SessionRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The session of a request when it was loaded, or the absence of one. Immutable.
 *
 * @param claims the claims of its token, with its attributes, from the cookie or the store; null if
 *     there is no valid session
 * @param stored the record in the store; null if the session is in the cookie
 * @param token the token that the browser sent; null for a session that was saved by this request
 * @param cookiePresent whether the request had a cookie of the name, valid or not
 * @param needsReseal whether the token was made with a previous key or in the other format
 * @param ended the claims of a valid token whose session is not in the store; null if there is none
 * @param loadedAt when the session was loaded or saved, in seconds since the epoch
 */
record LoadedSession(
    @Nullable Claims claims,
    @Nullable SessionRecord stored,
    @Nullable String token,
    boolean cookiePresent,
    boolean needsReseal,
    @Nullable Claims ended,
    long loadedAt) {

  private static final int DERIVED_ID_BYTES = 12;

  /** The ids of {@link CookiePersistence} and {@link #digest}. */
  private static final Pattern OWN_ID = Pattern.compile("[A-Za-z0-9_-]{16}");

  /** Returns the absence of a session. */
  static LoadedSession none(boolean cookiePresent, long now) {
    return new LoadedSession(null, null, null, cookiePresent, false, null, now);
  }

  /** Returns the absence of a session whose token is valid. */
  static LoadedSession ended(Claims token, long now) {
    return new LoadedSession(null, null, null, true, false, token, now);
  }

  /** Returns a session that has just been saved, to start the next write from. */
  static LoadedSession saved(Claims claims, @Nullable SessionRecord stored) {
    return new LoadedSession(claims, stored, null, true, false, null, claims.issuedAt());
  }

  boolean exists() {
    return claims != null;
  }

  Map<String, RawJson> attributes() {
    return claims == null ? Map.of() : claims.attributes();
  }

  /** Returns the log-in; null if no user is logged in. */
  @Nullable Login login() {
    return claims == null ? null : claims.login();
  }

  /** Returns the page to return to after the log-in; null if there is none. */
  @Nullable String requestedPage() {
    return claims == null ? null : claims.requestedPage();
  }

  /** Returns when the session expires, or empty if it does not exist. */
  Optional<Instant> expiresAt(ExpirationPolicy expiration) {
    return Optional.ofNullable(claims).map(expiration::expiry).map(Instant::ofEpochSecond);
  }

  /** Returns when the session was created, in seconds since the epoch. */
  long createdAt() {
    return claims == null ? loadedAt : claims.createdAt();
  }

  /**
   * Returns the id of an existing session: the one in its token, or else a digest of the token, so
   * that concurrent requests with the same cookie agree on it. An id of another issuer may be
   * guessable or shared by several sessions, so it is not used.
   */
  String id() {
    Claims known = requireNonNull(claims);
    if (known.sessionId() != null) {
      return known.sessionId();
    }
    String tokenId = known.tokenId();
    return tokenId != null && (token == null || OWN_ID.matcher(tokenId).matches())
        ? tokenId
        : digest(requireNonNull(token));
  }

  private static String digest(String token) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(ISO_8859_1));
      return Base64Url.encodeToString(Arrays.copyOf(hash, DERIVED_ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return exists() ? "LoadedSession[]" : "LoadedSession[none]";
  }
}
