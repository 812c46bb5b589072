package dev.signet.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/**
 * Nimbus JOSE + JWT, as its example "JSON Web Token with HMAC protection" has it, where the
 * application checks the expiry; signer, verifier and header are used again, which their
 * documentation allows. Its JWT processor does the same and more.
 */
public final class NimbusJose implements Peer<Map<String, Object>> {

  private final JWSHeader header = new JWSHeader(JWSAlgorithm.HS256);
  private final JWSSigner signer;
  private final JWSVerifier verifier;

  /**
   * @param secret the key's text
   */
  public NimbusJose(String secret) throws JOSEException {
    signer = new MACSigner(secret.getBytes(UTF_8));
    verifier = new MACVerifier(secret.getBytes(UTF_8));
  }

  /** Integers come back as longs, so they are longs from the beginning. */
  @Override
  public Map<String, Object> content(Map<String, Object> attributes) {
    return new ObjectMapper()
        .enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .convertValue(attributes, new TypeReference<>() {});
  }

  @Override
  public String write(Map<String, Object> content) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim("data", content)
            .build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  @Override
  public Map<String, Object> read(String text) throws ParseException, JOSEException {
    SignedJWT token = SignedJWT.parse(text);
    if (!token.verify(verifier)) {
      throw new IllegalArgumentException("forged");
    }
    JWTClaimsSet claims = token.getJWTClaimsSet();
    if (!new Date().before(claims.getExpirationTime())) {
      throw new IllegalArgumentException("expired");
    }
    return claims.getJSONObjectClaim("data");
  }
}
