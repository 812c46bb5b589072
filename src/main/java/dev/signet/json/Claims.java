package dev.signet.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token says (RFC 7519, 4.1). Times are seconds since the epoch.
 *
 * @param issuedAt {@code iat}: when the token was made
 * @param expiresAt {@code exp}: when it ends
 * @param notBefore {@code nbf}: from when on it is valid; 0 where it does not say
 * @param startedAt {@code start}: when the session began
 * @param tokenId {@code jti}: what makes a renewed token differ; null where it does not matter
 * @param attributes {@code data}: the session's attributes as text, in their order
 */
public record Claims(
    long issuedAt,
    long expiresAt,
    long notBefore,
    long startedAt,
    @Nullable String tokenId,
    Map<String, JsonText> attributes) {

  /** Shows no content. */
  @Override
  public String toString() {
    return "Claims[%d attributes]".formatted(attributes.size());
  }
}
