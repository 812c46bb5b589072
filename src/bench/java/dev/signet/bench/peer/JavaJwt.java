package dev.signet.bench.peer;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.time.Instant;
import java.util.Map;

/**
 * Auth0's java-jwt, as its README has it: one algorithm, one verifier that is used again, {@code
 * JWT.create()} for each token. The verifier checks {@code exp} and {@code iat} by itself. The
 * content is one claim that is a map, as in Signet's tokens.
 */
public final class JavaJwt implements Peer<Map<String, Object>> {

  private final Algorithm algorithm;
  private final JWTVerifier verifier;

  /**
   * @param secret the key's text
   */
  public JavaJwt(String secret) {
    algorithm = Algorithm.HMAC256(secret);
    verifier = JWT.require(algorithm).build();
  }

  @Override
  public Map<String, Object> content(Map<String, Object> attributes) {
    return attributes;
  }

  @Override
  public String write(Map<String, Object> content) {
    Instant now = Instant.now();
    return JWT.create()
        .withIssuedAt(now)
        .withExpiresAt(now.plus(LIFETIME))
        .withClaim("data", content)
        .sign(algorithm);
  }

  @Override
  public Map<String, Object> read(String text) {
    return verifier.verify(text).getClaim("data").asMap();
  }
}
