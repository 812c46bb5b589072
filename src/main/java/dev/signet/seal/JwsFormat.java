package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.SessionEvent.RejectionReason;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Signed tokens under one key: JWS compact serialization with {@code HS256} (RFC 7515, 7.1; RFC
 * 7518, 3.2).
 */
final class JwsFormat implements TokenFormat {

  /** The length of a signature in base64url. */
  private static final int SIGNATURE_LENGTH = 43;

  private static final int DOTS = 2;

  private final JoseHeader header;
  private final byte[] encodedHeader;
  private final Mac prototype;

  /** A MAC for reuse, which is faster than a copy of the prototype. */
  private final AtomicReference<@Nullable Mac> idle = new AtomicReference<>();

  JwsFormat(SessionKey secret, String binding) {
    this.header = JoseHeader.signed(secret.id(binding));
    this.encodedHeader = header.encoded().getBytes(ISO_8859_1);
    this.prototype = secret.mac();
  }

  /** Returns whether a text has three parts, the last as long as a signature. */
  static boolean hasDots(byte[] token, int dots) {
    return dots == DOTS && TokenFormat.isDot(token, signatureStart(token) - 1);
  }

  private static int signatureStart(byte[] token) {
    return token.length - SIGNATURE_LENGTH;
  }

  @Override
  public JoseHeader header() {
    return header;
  }

  @Override
  public int sealedLength(int payloadLength) {
    return encodedHeader.length + Base64Url.encodedLength(payloadLength) + SIGNATURE_LENGTH + DOTS;
  }

  @Override
  public String seal(String before, byte[] payload, String after) {
    int start = before.length();
    var text = new TokenText(before, sealedLength(payload.length), after);
    text.add(encodedHeader).add('.').add(Base64Url.encode(payload));
    byte[] signature = sign(text.bytes(), start, text.length());
    return text.add('.').add(signature).finish();
  }

  @Override
  public UnsealResult unseal(byte[] token, int dots, int headerEnd, boolean needsReseal) {
    if (!hasDots(token, dots)) {
      return new UnsealResult.Rejected(RejectionReason.MALFORMED);
    }
    int textEnd = signatureStart(token) - 1;
    if (!verifies(token, textEnd)) {
      return new UnsealResult.Rejected(RejectionReason.BAD_SIGNATURE);
    }
    byte[] payload = Base64Url.decode(token, headerEnd + 1, textEnd);
    return payload == null
        ? new UnsealResult.Rejected(RejectionReason.MALFORMED)
        : new UnsealResult.Valid(payload, needsReseal);
  }

  /**
   * Returns whether the text behind the last dot is the signature of the text before it, in its
   * canonical form. The comparison takes constant time.
   */
  private boolean verifies(byte[] token, int textEnd) {
    byte[] signature = Arrays.copyOfRange(token, textEnd + 1, token.length);
    return MessageDigest.isEqual(sign(token, 0, textEnd), signature);
  }

  /** Returns the signature of a part of a text, in base64url. */
  byte[] sign(byte[] text, int start, int end) {
    return Base64Url.encode(digest(text, start, end));
  }

  private byte[] digest(byte[] text, int start, int end) {
    Mac free = idle.getAndSet(null);
    Mac mac = free == null ? Crypto.copy(prototype) : free;
    mac.update(text, start, end - start);
    byte[] digest = mac.doFinal();
    idle.set(mac);
    return digest;
  }
}
