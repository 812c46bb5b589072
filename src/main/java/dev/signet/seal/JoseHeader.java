package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protected header of a token: its algorithms and its key. Stricter than RFC 7515: a header
 * with any other member ({@code jwk}, {@code crit}, {@code b64}, {@code zip}), or with one twice,
 * is rejected.
 *
 * @param algorithm the {@code alg} member
 * @param encryption the {@code enc} member; null if absent
 * @param keyId the {@code kid} member
 */
record JoseHeader(String algorithm, @Nullable String encryption, String keyId) {

  private static final String TYPE = "JWT";
  private static final Set<String> MEMBERS = Set.of("alg", "enc", "typ", "kid");
  private static final String SPACE = "[ \\t\\r\\n]*+";
  private static final Pattern OBJECT = Pattern.compile(SPACE + "\\{(.*)}" + SPACE, Pattern.DOTALL);
  private static final Pattern MEMBER =
      Pattern.compile(
          SPACE + "\"([a-z]{1,9})\"" + SPACE + ":" + SPACE + "\"([A-Za-z0-9_-]{1,64})\"" + SPACE);

  private static final Pattern SIGNED =
      Pattern.compile("\\{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"([A-Za-z0-9_-]{1,64})\"}");

  /** Returns the header of signed tokens. */
  static JoseHeader signed(String keyId) {
    return new JoseHeader("HS256", null, keyId);
  }

  /** Returns the header of encrypted tokens. */
  static JoseHeader encrypted(String keyId) {
    return new JoseHeader("dir", "A256GCM", keyId);
  }

  /** Returns whether the algorithms are those of the tokens made here. */
  boolean isOfAKindWeMake() {
    return equals(signed(keyId)) || equals(encrypted(keyId));
  }

  /** Returns the first part of a token, always in the same form. */
  String encoded() {
    String kind =
        encryption == null
            ? "\"typ\":\"%s\"".formatted(TYPE)
            : "\"enc\":\"%s\"".formatted(encryption);
    String text = "{\"alg\":\"%s\",%s,\"kid\":\"%s\"}".formatted(algorithm, kind, keyId);
    return Base64Url.encodeToString(text.getBytes(ISO_8859_1));
  }

  /** Parses the first part of a token. Returns null if it is not a header of ours. */
  static @Nullable JoseHeader parse(String encoded) {
    byte[] bytes = Base64Url.decode(encoded.getBytes(ISO_8859_1));
    if (bytes == null) {
      return null;
    }
    String json = new String(bytes, ISO_8859_1);
    JoseHeader signed = signedAsWritten(json);
    return signed == null ? parseAny(json) : signed;
  }

  /** The fast path for headers that Signet wrote, such as those of tokens under a removed key. */
  private static @Nullable JoseHeader signedAsWritten(String json) {
    var written = SIGNED.matcher(json);
    return written.matches() ? signed(written.group(1)) : null;
  }

  private static @Nullable JoseHeader parseAny(String json) {
    Map<String, String> members = members(json);
    String algorithm = members.get("alg");
    String keyId = members.get("kid");
    boolean isToken = members.getOrDefault("typ", TYPE).equals(TYPE);
    return algorithm == null || keyId == null || !isToken
        ? null
        : new JoseHeader(algorithm, members.get("enc"), keyId);
  }

  /** Returns the members of a flat object of short strings; none if it is not one. */
  private static Map<String, String> members(String json) {
    Matcher object = OBJECT.matcher(json);
    if (!object.matches()) {
      return Map.of();
    }
    Map<String, String> members = new HashMap<>();
    for (String part : object.group(1).split(",", -1)) {
      Matcher member = MEMBER.matcher(part);
      if (!member.matches()
          || !MEMBERS.contains(member.group(1))
          || members.put(member.group(1), member.group(2)) != null) {
        return Map.of();
      }
    }
    return members;
  }
}
