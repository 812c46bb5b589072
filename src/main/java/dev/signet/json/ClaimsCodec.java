package dev.signet.json;

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
 * Converts the claims of a token to JSON text and back. Reading is one pass; attributes stay slices
 * of the payload. Depth and length are bounded, and a known claim must not occur twice.
 * Thread-safe.
 */
public final class ClaimsCodec {

  private static final long ABSENT = -1;

  /** Bytes around the attributes if times have ten digits and there are no other claims. */
  private static final int ROOM_AROUND = 63;

  /** The bytes of {@code start}, which a session that was just created does not have. */
  private static final int ROOM_OF_START = 19;

  /** Bytes per attribute beside its name and value: quotation marks, colon, comma. */
  private static final int PUNCTUATION = 4;

  static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final JsonFactory factory;
  private final LoginCodec logins;

  /**
   * @param json provides the configured JSON factory
   */
  public ClaimsCodec(JsonCodec json) {
    this.factory = json.factory();
    this.logins = new LoginCodec(json);
  }

  /** Returns the claims of a payload, or null if they are not those of a session. */
  public @Nullable Claims read(byte[] payload) {
    try {
      requireUtf8(payload);
    } catch (CharacterCodingException e) {
      return null;
    }
    Claims plain = FastClaimsReader.read(payload, logins);
    return plain == null ? readAny(payload) : plain;
  }

  /** Reads claims with the parser, in any order and with any white space. */
  @Nullable Claims readAny(byte[] payload) {
    try (JsonParser parser = factory.createParser(payload)) {
      var reading = new Reading(parser, payload, logins);
      return reading.claims();
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Returns the payload of a token with the claims.
   *
   * @throws SessionAttributeException if a name cannot become JSON
   */
  public byte[] write(Claims claims) {
    var text = new Utf8Builder(room(claims));
    text.add(FastClaimsReader.ISSUED_AT).add(claims.issuedAt());
    text.add(FastClaimsReader.EXPIRES_AT).add(claims.expiresAt());
    if (!isNew(claims)) {
      text.add(FastClaimsReader.STARTED_AT).add(claims.createdAt());
    }
    if (claims.tokenId() != null) {
      text.add(FastClaimsReader.TOKEN_ID).add('"').add(claims.tokenId()).add('"');
    }
    if (claims.sessionId() != null) {
      return text.add(",\"sid\":\"").add(claims.sessionId()).add("\"}").text();
    }
    if (claims.login() != null) {
      text.add(FastClaimsReader.LOGIN).add(LoginCodec.write(claims.login()));
    }
    if (claims.requestedPage() != null) {
      text.add(",\"page\":").addQuoted(claims.requestedPage());
    }
    text.add(",\"data\":");
    char separator = '{';
    for (var attribute : claims.attributes().entrySet()) {
      JsonCodec.addName(text.add(separator), attribute.getKey());
      text.add(':').add(attribute.getValue());
      separator = ',';
    }
    return text.add(separator == '{' ? "{}}" : "}}").text();
  }

  private static boolean isNew(Claims claims) {
    return claims.createdAt() == claims.issuedAt();
  }

  /** Returns the exact size of most payloads, in bytes. */
  private static int room(Claims claims) {
    int room = isNew(claims) ? ROOM_AROUND - ROOM_OF_START : ROOM_AROUND;
    for (var attribute : claims.attributes().entrySet()) {
      room += attribute.getKey().length() + PUNCTUATION + attribute.getValue().length();
    }
    return room;
  }

  /** The parser accepts some malformed UTF-8, or fails only when the value is read. */
  private static void requireUtf8(byte[] payload) throws CharacterCodingException {
    if (!Utf8Scanner.areAscii(payload)) {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
    }
  }

  /** One pass over one payload. */
  private static final class Reading {

    private final JsonParser parser;
    private final byte[] payload;
    private final LoginCodec logins;
    private long issuedAt = ABSENT;
    private long expiresAt = ABSENT;
    private long notBefore = ABSENT;
    private long createdAt = ABSENT;
    private @Nullable Map<String, RawJson> attributes;
    private @Nullable String sessionId;
    private @Nullable String tokenId;
    private @Nullable Login login;
    private @Nullable String requestedPage;

    Reading(JsonParser parser, byte[] payload, LoginCodec logins) {
      this.parser = parser;
      this.payload = payload;
      this.logins = logins;
    }

    Claims claims() throws IOException {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        switch (name) {
          case "iat" -> issuedAt = time(issuedAt);
          case "exp" -> expiresAt = time(expiresAt);
          case "nbf" -> notBefore = time(notBefore);
          case "start" -> createdAt = time(createdAt);
          case "jti" -> tokenId = tokenId();
          case "data" -> attributes = attributes();
          case "sid" -> sessionId = text(sessionId);
          case "login" -> login = login();
          case "page" -> requestedPage = text(requestedPage);
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
          createdAt == ABSENT ? issuedAt : createdAt,
          tokenId,
          found == null ? Map.of() : found,
          sessionId,
          login,
          requestedPage);
    }

    /** A value of another type than string was not written by Signet and is ignored. */
    private @Nullable String tokenId() throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return parser.getText();
      }
      parser.skipChildren();
      return null;
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

    private Map<String, RawJson> attributes() throws IOException {
      require(attributes == null && parser.currentToken() == JsonToken.START_OBJECT);
      Map<String, RawJson> read = new LinkedHashMap<>();
      boolean nulls = false;
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        RawJson text = value();
        require(read.put(name, text) == null);
        nulls |= JsonCodec.isNull(text);
      }
      require(parser.currentToken() == JsonToken.END_OBJECT);
      if (nulls) {
        read.values().removeIf(JsonCodec::isNull);
      }
      return read;
    }

    /** Returns the text of the current value, and moves to its end. */
    private RawJson value() throws IOException {
      int start = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      parser.finishToken();
      int end = (int) parser.currentLocation().getByteOffset();
      require(start >= 0);
      return new RawJson(payload, start, end - start);
    }

    private Login login() throws IOException {
      require(login == null);
      Login read = logins.read(value());
      if (read == null) {
        throw malformed();
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
