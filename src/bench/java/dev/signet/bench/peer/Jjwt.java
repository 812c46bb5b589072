package dev.signet.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.Serializer;
import io.jsonwebtoken.jackson.io.JacksonDeserializer;
import io.jsonwebtoken.jackson.io.JacksonSerializer;
import io.jsonwebtoken.security.Keys;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * JJWT, as its README has it: one parser, which is made to be used again, {@code Jwts.builder()}
 * for each token; Jackson is named to both, so that nobody has to search for it. The parser checks
 * the expiry by itself.
 */
public final class Jjwt implements Peer<Map<String, Object>> {

  private final SecretKey key;
  private final JwtParser parser;
  private final Serializer<Map<String, ?>> serializer = new JacksonSerializer<>();

  /**
   * @param secret the key's text
   */
  public Jjwt(String secret) {
    key = Keys.hmacShaKeyFor(secret.getBytes(UTF_8));
    parser = Jwts.parser().verifyWith(key).json(new JacksonDeserializer<>()).build();
  }

  @Override
  public Map<String, Object> content(Map<String, Object> attributes) {
    return attributes;
  }

  @Override
  public String write(Map<String, Object> content) {
    Instant now = Instant.now();
    return Jwts.builder()
        .json(serializer)
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(LIFETIME)))
        .claim("data", content)
        .signWith(key, Jwts.SIG.HS256)
        .compact();
  }

  @Override
  @SuppressWarnings("unchecked") // it is what was written
  public Map<String, Object> read(String text) {
    return (Map<String, Object>) parser.parseSignedClaims(text).getPayload().get("data");
  }
}
