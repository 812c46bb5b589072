package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.SessionEvent.RejectionReason;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Seals payloads into tokens that cannot be forged, and opens them again: signed ones (JWS, RFC
 * 7515), which anybody may read, or encrypted ones (JWE, RFC 7516). It makes one kind and opens
 * both. Immutable, safe for use by many threads.
 *
 * <p>The header names kind and key, so a ring of any size costs one look-up. Our own headers are
 * recognised as constants; any other takes the strict way through {@link Header}.
 */
public final class Seal {

  /** Characters a token may have: what browsers keep of a whole cookie. */
  public static final int MAX_LENGTH = 4096;

  private final TokenKind current;
  private final String currentHeader;
  private final Map<String, Entry> byText = new HashMap<>();
  private final Map<Header, Entry> byHeader = new HashMap<>();

  /** One way to open tokens, and whether tokens of it should be sealed anew. */
  private record Entry(TokenKind kind, boolean outdated) {}

  /**
   * Returns a seal that makes signed tokens.
   *
   * @param keys the ring: the first key seals, all of them open; not empty
   * @param cookieName the name of the cookie the tokens are bound to
   */
  public static Seal signing(List<SecretKey> keys, String cookieName) {
    return new Seal(keys, cookieName, false, new SecureRandom());
  }

  /**
   * Returns a seal that makes encrypted tokens.
   *
   * @param keys the ring: the first key seals, all of them open; not empty
   * @param cookieName the name of the cookie the tokens are bound to
   * @param random makes the nonces
   */
  public static Seal encrypting(List<SecretKey> keys, String cookieName, SecureRandom random) {
    return new Seal(keys, cookieName, true, random);
  }

  private Seal(List<SecretKey> keys, String cookieName, boolean encrypted, SecureRandom random) {
    this.current =
        encrypted
            ? new Encrypter(keys.get(0), cookieName, random)
            : new Signer(keys.get(0), cookieName);
    this.currentHeader = current.header().encoded() + '.';
    add(current, false);
    for (SecretKey key : keys) {
      add(new Signer(key, cookieName), true);
      add(new Encrypter(key, cookieName, random), true);
    }
  }

  private void add(TokenKind kind, boolean outdated) {
    var entry = new Entry(kind, outdated);
    byText.putIfAbsent(kind.header().encoded(), entry);
    byHeader.putIfAbsent(kind.header(), entry);
  }

  /** Returns the token of a payload, sealed with the current key. */
  public String close(byte[] payload) {
    return current.close(payload);
  }

  /** Opens a token that anybody may have sent. */
  public Opened open(String token) {
    if (token.length() > MAX_LENGTH) {
      return new Opened.Rejected(RejectionReason.TOO_LONG);
    }
    byte[] bytes = token.getBytes(ISO_8859_1);
    int dots = Shape.dots(token);
    if (bytes.length != token.length() // two surrogates became one byte
        || !(Signer.hasShape(bytes, dots) || Encrypter.hasShape(bytes, dots))) {
      return new Opened.Rejected(RejectionReason.MALFORMED);
    }
    int headerEnd = token.indexOf('.');
    if (token.startsWith(currentHeader)) {
      return current.open(bytes, dots, headerEnd, false);
    }
    String text = token.substring(0, headerEnd);
    Entry known = byText.get(text);
    return known == null
        ? openForeign(text, bytes, dots, headerEnd)
        : known.kind().open(bytes, dots, headerEnd, known.outdated());
  }

  /** Somebody else's library may have written our header in another order. */
  private Opened openForeign(String text, byte[] token, int dots, int headerEnd) {
    Header header = Header.parse(text);
    if (header == null || !header.isOfAKindWeMake()) {
      return new Opened.Rejected(RejectionReason.UNSUPPORTED);
    }
    Entry known = byHeader.get(header);
    return known == null
        ? new Opened.Rejected(RejectionReason.UNKNOWN_KEY)
        : known.kind().open(token, dots, headerEnd, known.outdated());
  }
}
