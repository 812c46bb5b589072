package dev.signet.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.SessionEvent.RejectionReason;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypted tokens under one key: JWE compact serialization, {@code dir} with {@code A256GCM} (RFC
 * 7516, 7.1; RFC 7518, 4.5 and 5.3). The header is authenticated. Each token has a new random
 * nonce, which is safe for up to 2^32 tokens under one key (NIST SP 800-38D, 8.3).
 */
final class JweFormat implements TokenFormat {

  /** The length of the nonce in base64url. */
  private static final int NONCE_LENGTH = 16;

  /** The length of the authentication tag in base64url. */
  private static final int TAG_LENGTH = 22;

  private static final int DOTS = 4;

  private final JoseHeader header;
  private final byte[] encodedHeader;
  private final SecretKeySpec key;
  private final SecureRandom random;

  JweFormat(SessionKey secret, String binding, SecureRandom random) {
    this.header = JoseHeader.encrypted(secret.id(binding));
    this.encodedHeader = header.encoded().getBytes(ISO_8859_1);
    this.key = new SecretKeySpec(secret.encryptionKey(binding), "AES");
    this.random = random;
  }

  /** Returns whether a text has five parts, the last as long as a tag. */
  static boolean hasDots(byte[] token, int dots) {
    return dots == DOTS && TokenFormat.isDot(token, token.length - TAG_LENGTH - 1);
  }

  @Override
  public JoseHeader header() {
    return header;
  }

  @Override
  public int sealedLength(int payloadLength) {
    return encodedHeader.length
        + NONCE_LENGTH
        + Base64Url.encodedLength(payloadLength)
        + TAG_LENGTH
        + DOTS;
  }

  @Override
  public String seal(String before, byte[] payload, String after) {
    byte[] nonce = new byte[Crypto.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = Crypto.encrypt(key, nonce, encodedHeader, payload);
    byte[] text = Arrays.copyOf(sealed, payload.length);
    byte[] tag = Arrays.copyOfRange(sealed, payload.length, sealed.length);
    return new TokenText(before, sealedLength(payload.length), after)
        .add(encodedHeader)
        .add('.')
        .add('.')
        .add(Base64Url.encode(nonce))
        .add('.')
        .add(Base64Url.encode(text))
        .add('.')
        .add(Base64Url.encode(tag))
        .finish();
  }

  @Override
  public UnsealResult unseal(byte[] token, int dots, int headerEnd, boolean needsReseal) {
    int nonceStart = headerEnd + 2;
    int nonceEnd = nonceStart + NONCE_LENGTH;
    int tagStart = token.length - TAG_LENGTH;
    if (nonceEnd >= tagStart - 1
        || !hasDots(token, dots)
        || !TokenFormat.isDot(token, nonceStart - 1)
        || !TokenFormat.isDot(token, nonceEnd)) {
      return new UnsealResult.Rejected(RejectionReason.MALFORMED);
    }
    byte[] nonce = Base64Url.decode(token, nonceStart, nonceEnd);
    byte[] text = Base64Url.decode(token, nonceEnd + 1, tagStart - 1);
    byte[] tag = Base64Url.decode(token, tagStart, token.length);
    if (nonce == null || text == null || tag == null) {
      return new UnsealResult.Rejected(RejectionReason.MALFORMED);
    }
    byte[] sealed = Arrays.copyOf(text, text.length + tag.length);
    System.arraycopy(tag, 0, sealed, text.length, tag.length);
    byte[] payload = Crypto.decrypt(key, nonce, Arrays.copyOf(token, headerEnd), sealed);
    return payload == null
        ? new UnsealResult.Rejected(RejectionReason.BAD_SIGNATURE)
        : new UnsealResult.Valid(payload, needsReseal);
  }
}
