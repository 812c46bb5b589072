package dev.signet.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token as JSON text and back. Reading is one pass that leaves the attributes as
 * pieces of the text; bounds of depth and length hold for it, and a claim of ours may stand there
 * once only. Safe for use by many threads.
 */
public final class ClaimsCodec {

  private static final long ABSENT = -1;

  /** The highest bit of each of eight bytes. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final JsonFactory factory;

  /**
   * @param json whose set-up is used
   */
  public ClaimsCodec(Json json) {
    this.factory = json.factory();
  }

  /** Returns what a payload says, or null where it is not a session's. */
  public @Nullable Claims read(byte[] payload) {
    try (JsonParser parser = factory.createParser(payload)) {
      requireUtf8(payload);
      var reading = new Reading(parser, payload);
      return reading.claims();
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Returns the payload that says the claims.
   *
   * @throws SessionAttributeException if a name cannot become JSON
   */
  public byte[] write(Claims claims) {
    byte[] head = head(claims);
    if (claims.sessionId() != null) {
      return head;
    }
    byte[][] names = new byte[claims.attributes().size()][];
    int length = head.length + 2;
    int i = 0;
    for (var attribute : claims.attributes().entrySet()) {
      names[i] = Json.name(attribute.getKey());
      length += names[i].length + attribute.getValue().length() + (i == 0 ? 1 : 2);
      i++;
    }
    byte[] payload = new byte[length];
    System.arraycopy(head, 0, payload, 0, head.length);
    int position = head.length;
    i = 0;
    for (JsonText value : claims.attributes().values()) {
      if (i > 0) {
        payload[position++] = ',';
      }
      byte[] name = names[i++];
      System.arraycopy(name, 0, payload, position, name.length);
      position += name.length;
      payload[position++] = ':';
      position = value.copyTo(payload, position);
    }
    payload[position++] = '}';
    payload[position] = '}';
    return payload;
  }

  /** The parser takes more for UTF-8 than is, and fails later than here, or not at all. */
  private static void requireUtf8(byte[] payload) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    long all = 0;
    while (bytes.remaining() >= Long.BYTES) {
      all |= bytes.getLong();
    }
    while (bytes.hasRemaining()) {
      all |= bytes.get();
    }
    if ((all & NOT_ASCII) != 0) {
      UTF_8.newDecoder().decode(bytes.rewind());
    }
  }

  private static byte[] head(Claims claims) {
    var head = new StringBuilder(96);
    head.append("{\"iat\":").append(claims.issuedAt());
    head.append(",\"exp\":").append(claims.expiresAt());
    head.append(",\"start\":").append(claims.startedAt());
    if (claims.tokenId() != null) {
      head.append(",\"jti\":\"").append(claims.tokenId()).append('"');
    }
    if (claims.sessionId() != null) {
      head.append(",\"sid\":\"").append(claims.sessionId()).append("\"}");
    } else {
      head.append(",\"data\":{");
    }
    return head.toString().getBytes(US_ASCII);
  }

  /** One pass over one payload. */
  private static final class Reading {

    private final JsonParser parser;
    private final byte[] payload;
    private long issuedAt = ABSENT;
    private long expiresAt = ABSENT;
    private long notBefore = ABSENT;
    private long startedAt = ABSENT;
    private @Nullable Map<String, JsonText> attributes;
    private @Nullable String sessionId;

    Reading(JsonParser parser, byte[] payload) {
      this.parser = parser;
      this.payload = payload;
    }

    Claims claims() throws IOException {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        switch (name) {
          case "iat" -> issuedAt = time(issuedAt);
          case "exp" -> expiresAt = time(expiresAt);
          case "nbf" -> notBefore = time(notBefore);
          case "start" -> startedAt = time(startedAt);
          case "data" -> attributes = attributes();
          case "sid" -> sessionId = text(sessionId);
          default -> parser.skipChildren();
        }
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
      var found = attributes;
      if ((found == null) == (sessionId == null) || issuedAt == ABSENT || expiresAt == ABSENT) {
        throw malformed();
      }
      return new Claims(
          issuedAt,
          expiresAt,
          Math.max(0, notBefore),
          startedAt == ABSENT ? issuedAt : startedAt,
          null,
          found == null ? Map.of() : found,
          sessionId);
    }

    private String text(@Nullable String before) throws IOException {
      require(before == null && parser.currentToken() == JsonToken.VALUE_STRING);
      return parser.getText();
    }

    /** A NumericDate, which may have a fraction (RFC 7519, 2). */
    private long time(long before) throws IOException {
      require(before == ABSENT && parser.currentToken().isNumeric());
      boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
      double seconds = whole ? parser.getLongValue() : parser.getDoubleValue();
      require(seconds >= 0 && seconds <= LATEST);
      return (long) seconds;
    }

    private Map<String, JsonText> attributes() throws IOException {
      require(attributes == null && parser.currentToken() == JsonToken.START_OBJECT);
      Map<String, JsonText> read = new LinkedHashMap<>();
      boolean nulls = false;
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        var text = new JsonText(payload, start, end - start);
        require(start >= 0 && read.put(name, text) == null);
        nulls |= Json.isNull(text);
      }
      require(parser.currentToken() == JsonToken.END_OBJECT);
      if (nulls) {
        read.values().removeIf(Json::isNull);
      }
      return read;
    }

    private void require(boolean condition) throws IOException {
      if (!condition) {
        throw malformed();
      }
    }

    private IOException malformed() {
      return new JsonParseException(parser, "not the claims of a session");
    }
  }
}
