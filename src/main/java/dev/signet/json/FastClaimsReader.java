package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims in the form that {@link ClaimsCodec} writes, in the same order and without white
 * space, in one pass over the bytes. Checks that every value is JSON. Returns null for any other
 * payload, valid or not, which the parser then reads or refuses.
 */
final class FastClaimsReader extends FastReader {

  static final byte[] ISSUED_AT = ascii("{\"iat\":");
  static final byte[] EXPIRES_AT = ascii(",\"exp\":");
  static final byte[] STARTED_AT = ascii(",\"start\":");
  static final byte[] TOKEN_ID = ascii(",\"jti\":");
  static final byte[] LOGIN = ascii(",\"login\":");
  private static final byte[] ATTRIBUTES = ascii(",\"data\":{");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] NULL = ascii("null");

  /** The maximum depth of a value; the parser reads or refuses deeper ones. */
  private static final int MAX_DEPTH = 16;

  /** The maximum length of the payload of a cookie; the parser checks the limits of longer ones. */
  private static final int MAX_LENGTH = 4096;

  private FastClaimsReader(byte[] payload) {
    super(payload, 0);
  }

  /** Returns the claims, or null if the parser has to read them; the payload is valid UTF-8. */
  static @Nullable Claims read(byte[] payload, LoginCodec logins) {
    return payload.length <= MAX_LENGTH ? new FastClaimsReader(payload).claims(logins) : null;
  }

  private @Nullable Claims claims(LoginCodec logins) {
    long issuedAt = skip(ISSUED_AT) ? time() : FAILED;
    long expiresAt = issuedAt >= 0 && skip(EXPIRES_AT) ? time() : FAILED;
    if (expiresAt < 0) {
      return null;
    }
    long createdAt = skip(STARTED_AT) ? time() : issuedAt;
    boolean hasId = createdAt >= 0 && skip(TOKEN_ID);
    String tokenId = hasId ? string() : null;
    if (createdAt < 0 || (hasId && tokenId == null)) {
      return null;
    }
    boolean hasLogin = skip(LOGIN);
    Login login = hasLogin ? login(logins) : null;
    if ((hasLogin && login == null) || !skip(ATTRIBUTES)) {
      return null;
    }
    Map<String, RawJson> attributes = attributes();
    return attributes != null && is('}', position) && position + 1 == payload.length
        ? new Claims(issuedAt, expiresAt, 0, createdAt, tokenId, attributes, null, login, null)
        : null;
  }

  private @Nullable Login login(LoginCodec logins) {
    int start = position;
    position = endOfValue(start, 0);
    return position == FAILED ? null : logins.read(new RawJson(payload, start, position - start));
  }

  private @Nullable Map<String, RawJson> attributes() {
    Map<String, RawJson> attributes = new LinkedHashMap<>();
    int place = position;
    if (!is('}', place)) {
      place--; // the place of a comma
      do {
        int nameStart = place + 2;
        int nameEnd = endOfString(place + 1);
        int start = nameEnd + 1;
        place = is(':', nameEnd) && !is('n', start) ? endOfValue(start, 0) : FAILED;
        if (place == FAILED) {
          return null;
        }
        String name = new String(payload, nameStart, nameEnd - 1 - nameStart, UTF_8);
        if (attributes.put(name, new RawJson(payload, start, place - start)) != null) {
          return null;
        }
      } while (is(',', place));
    }
    position = place + 1;
    return is('}', place) ? attributes : null;
  }

  private int endOfValue(int place, int depth) {
    if (place >= payload.length) {
      return FAILED;
    }
    return switch (payload[place]) {
      case '"' -> endOfString(place);
      case '{' -> endOfMembers(place, '}', depth);
      case '[' -> endOfMembers(place, ']', depth);
      case 't' -> endOf(TRUE, place);
      case 'f' -> endOf(FALSE, place);
      case 'n' -> endOf(NULL, place);
      default -> endOfNumber(place);
    };
  }

  private int endOfMembers(int start, char bracket, int depth) {
    int place = start + 1;
    if (depth == MAX_DEPTH || is(bracket, place)) {
      return depth == MAX_DEPTH ? FAILED : place + 1;
    }
    place--; // the place of a comma
    do {
      place++;
      if (bracket == '}') {
        int nameEnd = endOfString(place);
        if (!is(':', nameEnd)) {
          return FAILED;
        }
        place = nameEnd + 1;
      }
      place = endOfValue(place, depth + 1);
    } while (is(',', place));
    return is(bracket, place) ? place + 1 : FAILED;
  }

  /** Accepts numbers without exponent only. */
  private int endOfNumber(int place) {
    int start = is('-', place) ? place + 1 : place;
    int end = endOfDigits(start);
    if (end == start || hasLeadingZero(start, end)) {
      return FAILED;
    }
    if (!is('.', end)) {
      return end;
    }
    int fractionEnd = endOfDigits(end + 1);
    return fractionEnd == end + 1 ? FAILED : fractionEnd;
  }
}
