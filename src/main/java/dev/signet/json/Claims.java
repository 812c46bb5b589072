package dev.signet.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token (RFC 7519, 4.1). Times are seconds since the epoch.
 *
 * @param issuedAt {@code iat}: the time the token was issued
 * @param expiresAt {@code exp}: the time the token expires
 * @param notBefore {@code nbf}: the time before which the token is not valid; 0 if absent
 * @param createdAt {@code start}: the time the session was created; omitted in the token if it is
 *     {@code iat}
 * @param tokenId {@code jti}: a unique value that makes a renewed token differ; null if not renewed
 * @param attributes {@code data}: the attributes of the session as JSON text, in order
 * @param sessionId {@code sid}: the id of the session in a server-side store that holds the
 *     attributes; null if the token holds them
 * @param login {@code login}: the log-in; null if no user is logged in
 * @param requestedPage {@code page}: the page to return to after the log-in; null if there is none
 */
public record Claims(
    long issuedAt,
    long expiresAt,
    long notBefore,
    long createdAt,
    @Nullable String tokenId,
    Map<String, RawJson> attributes,
    @Nullable String sessionId,
    @Nullable Login login,
    @Nullable String requestedPage) {

  /** Creates the claims of a token that holds the attributes. */
  public Claims(
      long issuedAt,
      long expiresAt,
      long notBefore,
      long createdAt,
      @Nullable String tokenId,
      Map<String, RawJson> attributes) {
    this(issuedAt, expiresAt, notBefore, createdAt, tokenId, attributes, null, null, null);
  }

  /** Returns these claims with what a store returned. */
  public Claims with(
      Map<String, RawJson> kept, @Nullable Login keptLogin, @Nullable String keptPage, long end) {
    return new Claims(
        issuedAt,
        Math.min(expiresAt, end),
        notBefore,
        createdAt,
        tokenId,
        kept,
        sessionId,
        keptLogin,
        keptPage);
  }

  /** Returns these claims as issued at another time, for a session whose end its store knows. */
  public Claims at(long time) {
    return new Claims(
        time,
        Long.MAX_VALUE,
        notBefore,
        createdAt,
        tokenId,
        attributes,
        sessionId,
        login,
        requestedPage);
  }

  /**
   * Returns these claims for a token that holds only the id of a stored session. The log-in and the
   * page stay, but are not written into such a token.
   */
  public Claims naming(String id) {
    return new Claims(
        issuedAt, expiresAt, notBefore, createdAt, null, Map.of(), id, login, requestedPage);
  }

  /** Returns the number of attributes, no content. */
  @Override
  public String toString() {
    return "Claims[%d attributes]".formatted(attributes.size());
  }
}
