package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.SessionEvent.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seals text into a token that cannot be forged, and opens it again: JWS compact serialization with
 * {@code HS256} (RFC 7515, RFC 7518 3.2). Immutable, safe for use by many threads.
 *
 * <p>The header names the key, so a ring of any size costs one look-up. Our own header is
 * recognised as a constant; any other takes the strict way through {@link Header}.
 */
public final class Seal {

  /** Characters a token may have: what browsers keep of a whole cookie. */
  public static final int MAX_LENGTH = 4096;

  private final Signer current;
  private final Map<String, Signer> byHeader = new HashMap<>();
  private final Map<String, Signer> byKeyId = new HashMap<>();

  /**
   * @param keys the ring: the first key signs, all of them verify; not empty
   * @param cookieName the name of the cookie the tokens are bound to
   */
  public Seal(List<SecretKey> keys, String cookieName) {
    this.current = new Signer(keys.get(0), cookieName, false);
    add(current);
    for (SecretKey previous : keys.subList(1, keys.size())) {
      add(new Signer(previous, cookieName, true));
    }
  }

  private void add(Signer signer) {
    byHeader.putIfAbsent(signer.header(), signer);
    byKeyId.putIfAbsent(signer.keyId(), signer);
  }

  /** Returns the token of a payload, signed with the current key. */
  public String close(byte[] payload) {
    byte[] token = new byte[sealedLength(payload.length)];
    byte[] header = current.header().getBytes(ISO_8859_1);
    byte[] body = Base64Url.encode(payload);
    int bodyStart = header.length + 1;
    int bodyEnd = bodyStart + body.length;
    System.arraycopy(header, 0, token, 0, header.length);
    token[header.length] = '.';
    System.arraycopy(body, 0, token, bodyStart, body.length);
    token[bodyEnd] = '.';
    byte[] signature = current.sign(token, bodyEnd);
    System.arraycopy(signature, 0, token, bodyEnd + 1, signature.length);
    return new String(token, ISO_8859_1);
  }

  /** Returns how many characters the token of a payload of so many bytes has. */
  public int sealedLength(int payloadLength) {
    return current.header().length()
        + Base64Url.encodedLength(payloadLength)
        + Signer.SIGNATURE_LENGTH
        + 2;
  }

  /** Opens a token that anybody may have sent. */
  public Opened open(String token) {
    if (token.length() > MAX_LENGTH) {
      return new Opened.Rejected(Reason.TOO_LONG);
    }
    int headerEnd = token.indexOf('.');
    int bodyEnd = token.lastIndexOf('.');
    if (headerEnd < 0
        || token.indexOf('.', headerEnd + 1) != bodyEnd
        || token.length() - bodyEnd - 1 != Signer.SIGNATURE_LENGTH) {
      return new Opened.Rejected(Reason.MALFORMED);
    }
    Signer signer = current;
    if (headerEnd != signer.header().length() || !token.startsWith(signer.header())) {
      String header = token.substring(0, headerEnd);
      signer = byHeader.get(header);
      if (signer == null) {
        Header foreign = Header.parse(header);
        if (foreign == null || !foreign.algorithm().equals("HS256")) {
          return new Opened.Rejected(Reason.UNSUPPORTED);
        }
        signer = byKeyId.get(foreign.keyId());
      }
    }
    return signer == null
        ? new Opened.Rejected(Reason.UNKNOWN_KEY)
        : verify(signer, token, headerEnd + 1, bodyEnd);
  }

  private static Opened verify(Signer signer, String token, int bodyStart, int bodyEnd) {
    byte[] text = token.getBytes(ISO_8859_1);
    if (text.length != token.length()) {
      return new Opened.Rejected(Reason.MALFORMED); // a character of two chars became one byte
    }
    if (!signer.verifies(text, bodyEnd)) {
      return new Opened.Rejected(Reason.BAD_SIGNATURE);
    }
    byte @Nullable [] payload = Base64Url.decode(text, bodyStart, bodyEnd);
    return payload == null
        ? new Opened.Rejected(Reason.MALFORMED)
        : new Opened.Valid(payload, signer.retired());
  }
}
