package dev.signet.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims in the form that {@link ClaimsCodec} writes, in the same order and without white
 * space, in one pass over the bytes. Checks that every value is JSON. Returns null for any other
 * payload, valid or not, which the parser then reads or refuses.
 */
final class FastClaimsReader {

  static final byte[] ISSUED_AT = "{\"iat\":".getBytes(US_ASCII);
  static final byte[] EXPIRES_AT = ",\"exp\":".getBytes(US_ASCII);
  static final byte[] STARTED_AT = ",\"start\":".getBytes(US_ASCII);
  static final byte[] TOKEN_ID = ",\"jti\":".getBytes(US_ASCII);
  static final byte[] LOGIN = ",\"login\":".getBytes(US_ASCII);
  private static final byte[] ATTRIBUTES = ",\"data\":{".getBytes(US_ASCII);
  private static final byte[] TRUE = "true".getBytes(US_ASCII);
  private static final byte[] FALSE = "false".getBytes(US_ASCII);
  private static final byte[] NULL = "null".getBytes(US_ASCII);

  /** The maximum depth of a value; the parser reads or refuses deeper ones. */
  private static final int MAX_DEPTH = 16;

  /** The maximum length of the payload of a cookie; the parser checks the limits of longer ones. */
  private static final int MAX_LENGTH = 4096;

  /** Digits of the latest valid time. */
  private static final int MAX_TIME_DIGITS = 12;

  /** The result if the expected text is absent. */
  private static final int FAILED = -1;

  private final byte[] payload;
  private int position;

  private FastClaimsReader(byte[] payload) {
    this.payload = payload;
  }

  /** Returns the claims, or null if the parser has to read them; the payload is valid UTF-8. */
  static @Nullable Claims read(byte[] payload, LoginCodec logins) {
    return payload.length <= MAX_LENGTH ? new FastClaimsReader(payload).claims(logins) : null;
  }

  private @Nullable Claims claims(LoginCodec logins) {
    long issuedAt = time(ISSUED_AT);
    long expiresAt = time(EXPIRES_AT);
    long createdAt = endOf(STARTED_AT, position) == FAILED ? issuedAt : time(STARTED_AT);
    if (issuedAt < 0 || expiresAt < 0 || createdAt < 0) {
      return null;
    }
    int idStart = endOf(TOKEN_ID, position);
    String tokenId = null;
    if (idStart != FAILED) {
      position = endOfString(idStart);
      if (position == FAILED) {
        return null;
      }
      tokenId = new String(payload, idStart + 1, position - idStart - 2, UTF_8);
    }
    int loginStart = endOf(LOGIN, position);
    Login login = null;
    if (loginStart != FAILED) {
      position = endOfValue(loginStart, 0);
      login =
          position == FAILED
              ? null
              : logins.read(new RawJson(payload, loginStart, position - loginStart));
      if (login == null) {
        return null;
      }
    }
    position = endOf(ATTRIBUTES, position);
    Map<String, RawJson> attributes = position == FAILED ? null : attributes();
    return attributes != null && is('}', position) && position + 1 == payload.length
        ? new Claims(issuedAt, expiresAt, 0, createdAt, tokenId, attributes, null, login, null)
        : null;
  }

  private long time(byte[] name) {
    int start = endOf(name, position);
    int end = start == FAILED ? FAILED : endOfDigits(start);
    if (end <= start || end - start > MAX_TIME_DIGITS || hasLeadingZero(start, end)) {
      return FAILED;
    }
    position = end;
    long time = 0;
    for (int i = start; i < end; i++) {
      time = 10 * time + payload[i] - '0';
    }
    return time <= ClaimsCodec.LATEST ? time : FAILED;
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

  /** Accepts strings without escapes only. */
  private int endOfString(int place) {
    if (!is('"', place)) {
      return FAILED;
    }
    int end = Utf8Scanner.skip(payload, place + 1);
    return is('"', end) ? end + 1 : FAILED;
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

  private int endOfDigits(int start) {
    int place = start;
    while (place < payload.length && payload[place] >= '0' && payload[place] <= '9') {
      place++;
    }
    return place;
  }

  private boolean hasLeadingZero(int start, int end) {
    return payload[start] == '0' && end > start + 1;
  }

  private int endOf(byte[] text, int place) {
    int end = place + text.length;
    boolean is =
        place >= 0
            && end <= payload.length
            && Arrays.equals(payload, place, end, text, 0, text.length);
    return is ? end : FAILED;
  }

  /** Returns whether a character is at a place; false beyond the end and for {@link #FAILED}. */
  private boolean is(char character, int place) {
    return place >= 0 && place < payload.length && payload[place] == character;
  }
}
