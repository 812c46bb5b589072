package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.SessionEvent.RejectionReason;
import dev.signet.http.SetCookie;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seals payloads into tokens that cannot be forged, and unseals them: signed tokens (JWS, RFC
 * 7515), which anyone may read, or encrypted ones (JWE, RFC 7516). It makes one format and unseals
 * both. Immutable and thread-safe.
 *
 * <p>The header names format and key, so the cost does not depend on the number of keys. Headers
 * that are made here are recognised as constants; any other is parsed strictly by {@link
 * JoseHeader}.
 */
public final class Seal {

  /** The largest length of a token: the size of the largest cookie. */
  public static final int MAX_LENGTH = SetCookie.MAX_LENGTH;

  private final TokenFormat current;
  private final String currentHeader;
  private final Map<String, Entry> byText = new HashMap<>();
  private final Map<JoseHeader, Entry> byHeader = new HashMap<>();

  /** A format with a key, and whether its tokens should be resealed. */
  private record Entry(TokenFormat format, boolean needsReseal) {}

  /**
   * Returns a seal that creates signed tokens.
   *
   * @param keys the key ring: the first key seals, all keys unseal; not empty
   * @param binding what the tokens are bound to, see {@link #binding}
   */
  public static Seal signing(List<SessionKey> keys, String binding) {
    return new Seal(keys, binding, false, new SecureRandom());
  }

  /**
   * Returns a seal that creates encrypted tokens.
   *
   * @param keys the key ring: the first key seals, all keys unseal; not empty
   * @param binding what the tokens are bound to, see {@link #binding}
   * @param random creates the nonces
   */
  public static Seal encrypting(List<SessionKey> keys, String binding, SecureRandom random) {
    return new Seal(keys, binding, true, random);
  }

  /**
   * Returns the text that tokens are bound to. Key IDs and encryption keys are derived with it, so
   * a token of another cookie or audience has a key ID that is not known here.
   *
   * @param cookieName the name of the cookie, which has no blank
   * @param audience the applications that share sessions; null for all that have no audience
   */
  public static String binding(String cookieName, @Nullable String audience) {
    return audience == null ? cookieName : cookieName + ' ' + audience;
  }

  private Seal(List<SessionKey> keys, String binding, boolean encrypted, SecureRandom random) {
    this.current =
        encrypted
            ? new JweFormat(keys.get(0), binding, random)
            : new JwsFormat(keys.get(0), binding);
    this.currentHeader = current.header().encoded() + '.';
    add(current, false);
    for (SessionKey key : keys) {
      add(new JwsFormat(key, binding), true);
      add(new JweFormat(key, binding, random), true);
    }
  }

  private void add(TokenFormat format, boolean needsReseal) {
    var entry = new Entry(format, needsReseal);
    byText.putIfAbsent(format.header().encoded(), entry);
    byHeader.putIfAbsent(format.header(), entry);
  }

  /**
   * Returns the token of a payload, sealed with the current key, as a part of a longer text, which
   * is made in one step.
   *
   * @param before the text before the token, in ASCII
   * @param after the text after it, in ASCII
   */
  public String seal(String before, byte[] payload, String after) {
    return current.seal(before, payload, after);
  }

  /** Unseals a token from an untrusted source. */
  public UnsealResult unseal(String token) {
    if (token.length() > MAX_LENGTH) {
      return new UnsealResult.Rejected(RejectionReason.TOO_LONG);
    }
    byte[] bytes = token.getBytes(ISO_8859_1);
    int dots = TokenFormat.dots(token);
    if (bytes.length != token.length() // a surrogate pair became one byte
        || !(JwsFormat.hasDots(bytes, dots) || JweFormat.hasDots(bytes, dots))) {
      return new UnsealResult.Rejected(RejectionReason.MALFORMED);
    }
    int headerEnd = token.indexOf('.');
    if (token.startsWith(currentHeader)) {
      return current.unseal(bytes, dots, headerEnd, false);
    }
    String text = token.substring(0, headerEnd);
    Entry known = byText.get(text);
    return known == null
        ? unsealForeign(text, bytes, dots, headerEnd)
        : known.format().unseal(bytes, dots, headerEnd, known.needsReseal());
  }

  /** Accepts headers that another JOSE library wrote, such as with another order of members. */
  private UnsealResult unsealForeign(String text, byte[] token, int dots, int headerEnd) {
    JoseHeader header = JoseHeader.parse(text);
    if (header == null || !header.isOfAKindWeMake()) {
      return new UnsealResult.Rejected(RejectionReason.UNSUPPORTED);
    }
    Entry known = byHeader.get(header);
    return known == null
        ? new UnsealResult.Rejected(RejectionReason.UNKNOWN_KEY)
        : known.format().unseal(token, dots, headerEnd, known.needsReseal());
  }
}
