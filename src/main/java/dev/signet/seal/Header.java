package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protected header of a token that somebody else's library has written with our key: the same
 * members in another order or spacing. Stricter than RFC 7515: a header that says anything else
 * ({@code jwk}, {@code crit}, {@code b64}, {@code zip}, a member twice) is none of ours.
 *
 * @param algorithm the {@code alg} member
 * @param keyId the {@code kid} member
 */
record Header(String algorithm, String keyId) {

  private static final String SPACE = "[ \\t\\r\\n]*+";
  private static final Pattern MEMBER =
      Pattern.compile(
          SPACE + "\"([a-z]{1,9})\"" + SPACE + ":" + SPACE + "\"([A-Za-z0-9_-]{1,64})\"" + SPACE);

  /** Returns the header of the first part of a token, or null where it is not one of ours. */
  static @Nullable Header parse(String encoded) {
    byte[] bytes = Base64Url.decode(encoded.getBytes(ISO_8859_1));
    if (bytes == null) {
      return null;
    }
    String text = new String(bytes, ISO_8859_1).strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return null;
    }
    String algorithm = null;
    String type = null;
    String keyId = null;
    for (String member : text.substring(1, text.length() - 1).split(",", -1)) {
      var matcher = MEMBER.matcher(member);
      if (!matcher.matches()) {
        return null;
      }
      String value = matcher.group(2);
      switch (matcher.group(1)) {
        case "alg" -> {
          if (algorithm != null) {
            return null;
          }
          algorithm = value;
        }
        case "typ" -> {
          if (type != null || !value.equals("JWT")) {
            return null;
          }
          type = value;
        }
        case "kid" -> {
          if (keyId != null) {
            return null;
          }
          keyId = value;
        }
        default -> {
          return null;
        }
      }
    }
    return algorithm == null || keyId == null ? null : new Header(algorithm, keyId);
  }
}
