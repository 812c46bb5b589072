package dev.signet.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token says (RFC 7519, 4.1). Times are seconds since the epoch.
 *
 * @param issuedAt {@code iat}: when the token was made
 * @param expiresAt {@code exp}: when it ends
 * @param notBefore {@code nbf}: from when on it is valid; 0 where it does not say
 * @param createdAt {@code start}: when the session began
 * @param tokenId {@code jti}: what makes a renewed token differ; null where it does not matter
 * @param attributes {@code data}: the session's attributes as text, in their order
 * @param sessionId {@code sid}: what the session is called in a store on the server, where the
 *     attributes are then; null where they are in the token
 */
public record Claims(
    long issuedAt,
    long expiresAt,
    long notBefore,
    long createdAt,
    @Nullable String tokenId,
    Map<String, RawJson> attributes,
    @Nullable String sessionId) {

  /** Claims of a token that has the attributes in it. */
  public Claims(
      long issuedAt,
      long expiresAt,
      long notBefore,
      long createdAt,
      @Nullable String tokenId,
      Map<String, RawJson> attributes) {
    this(issuedAt, expiresAt, notBefore, createdAt, tokenId, attributes, null);
  }

  /** Returns the same with attributes that are kept elsewhere. */
  public Claims with(Map<String, RawJson> kept) {
    return new Claims(issuedAt, expiresAt, notBefore, createdAt, tokenId, kept, sessionId);
  }

  /** Returns the same for a token that only names where the attributes are. */
  public Claims naming(String id) {
    return new Claims(issuedAt, expiresAt, notBefore, createdAt, null, Map.of(), id);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "Claims[%d attributes]".formatted(attributes.size());
  }
}
