package dev.signet.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ktor.http.CookieEncoding;
import io.ktor.http.CookieKt;
import io.ktor.server.sessions.SessionTransportTransformerMessageAuthentication;
import java.io.IOException;
import java.util.Map;

/**
 * Ktor's sessions, as the chapter "Sign session data" has them: the transformer that the cookie
 * gets, and a serializer of one's own with Jackson. Ktor's text has no expiry, so there is none to
 * check. It has quotation marks and commas, which no cookie may have, so Ktor's cookies are
 * percent-encoded by default; with this and without it are two things to measure.
 */
public final class KtorSigner implements Peer<Map<String, Object>> {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final SessionTransportTransformerMessageAuthentication transformer;
  private final ObjectReader reader = new ObjectMapper().readerFor(MAP);
  private final ObjectWriter writer = new ObjectMapper().writerFor(MAP);

  private final boolean encoded;

  /**
   * @param secret the key's text
   * @param encoded whether the text is as it stands in a cookie
   */
  public KtorSigner(String secret, boolean encoded) {
    this.encoded = encoded;
    transformer =
        new SessionTransportTransformerMessageAuthentication(secret.getBytes(UTF_8), "HmacSHA256");
  }

  @Override
  public Map<String, Object> content(Map<String, Object> attributes) {
    return attributes;
  }

  @Override
  public String write(Map<String, Object> content) throws IOException {
    String text = transformer.transformWrite(writer.writeValueAsString(content));
    return encoded ? CookieKt.encodeCookieValue(text, CookieEncoding.URI_ENCODING) : text;
  }

  @Override
  public Map<String, Object> read(String text) throws IOException {
    String json =
        transformer.transformRead(
            encoded ? CookieKt.decodeCookieValue(text, CookieEncoding.URI_ENCODING) : text);
    if (json == null) {
      throw new IllegalArgumentException("forged");
    }
    return reader.readValue(json);
  }
}
