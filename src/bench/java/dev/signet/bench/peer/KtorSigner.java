package dev.signet.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ktor.server.sessions.SessionTransportTransformerMessageAuthentication;
import java.io.IOException;
import java.util.Map;

/**
 * Ktor's sessions, as the chapter "Sign session data" has them: the transformer that the cookie
 * gets, and a serializer of one's own with Jackson. Ktor's text has no expiry, so there is none to
 * check; that a cookie's value has to be percent-encoded then is left out.
 */
public final class KtorSigner implements Peer<Map<String, Object>> {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final SessionTransportTransformerMessageAuthentication transformer;
  private final ObjectReader reader = new ObjectMapper().readerFor(MAP);
  private final ObjectWriter writer = new ObjectMapper().writerFor(MAP);

  /**
   * @param secret the key's text
   */
  public KtorSigner(String secret) {
    transformer =
        new SessionTransportTransformerMessageAuthentication(secret.getBytes(UTF_8), "HmacSHA256");
  }

  @Override
  public Map<String, Object> content(Map<String, Object> attributes) {
    return attributes;
  }

  @Override
  public String write(Map<String, Object> content) throws IOException {
    return transformer.transformWrite(writer.writeValueAsString(content));
  }

  @Override
  public Map<String, Object> read(String text) throws IOException {
    String json = transformer.transformRead(text);
    if (json == null) {
      throw new IllegalArgumentException("forged");
    }
    return reader.readValue(json);
  }
}
