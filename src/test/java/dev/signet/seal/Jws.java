package dev.signet.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.signet.SessionEvent.RejectionReason;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and verifies tokens as somebody else's library would: with nothing of this package. */
final class Jws {

  static final String SECRET = "nWb7Kq2ZrT5xVm9cHj4sLd8fGy1pQe6u";
  static final String OTHER_SECRET = "8hXk2TzQ6wMj9nBc3vYs7rLd5gFoRt4a";
  static final String COOKIE = "session";
  static final String PAYLOAD = "{\"iat\":1700000000,\"exp\":1800000000,\"data\":{\"n\":1}}";

  private Jws() {}

  static Seal seal(String... secrets) {
    return Seal.signing(List.of(secrets).stream().map(SessionKey::new).toList(), COOKIE);
  }

  /** Returns a good token of {@link #SECRET}. */
  static String token() {
    return seal(SECRET).seal("", PAYLOAD.getBytes(UTF_8), "");
  }

  /** Returns a token with a header and payload of any kind. */
  static String sign(String secret, String header, String payload) {
    return signParts(secret, encode(header), encode(payload));
  }

  /** Returns a token whose first two parts are what they are, base64url or not. */
  static String signParts(String secret, String header, String body) {
    return header + '.' + body + '.' + encode(hmac("HmacSHA256", secret, header + '.' + body));
  }

  static byte[] hmac(String algorithm, String secret, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String decode(String text) {
    return new String(Base64.getUrlDecoder().decode(text), UTF_8);
  }

  /** Returns the header, body and signature of a token. */
  static List<String> parts(String token) {
    return List.of(token.split("\\.", -1));
  }

  /** Returns how a secret is named in the tokens of {@link #COOKIE}. */
  static String keyId(String secret) {
    String header = decode(parts(seal(secret).seal("", new byte[0], "")).get(0));
    return header.replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
  }

  /** Asserts that a token was opened, and returns what it gave. */
  static UnsealResult.Valid valid(UnsealResult opened) {
    assertThat(opened).isInstanceOf(UnsealResult.Valid.class);
    return (UnsealResult.Valid) opened;
  }

  static String payload(UnsealResult opened) {
    return new String(valid(opened).payload(), UTF_8);
  }

  /** Asserts that a token was refused, and returns why. */
  static RejectionReason reason(UnsealResult opened) {
    assertThat(opened).asInstanceOf(type(UnsealResult.Rejected.class)).isNotNull();
    return ((UnsealResult.Rejected) opened).reason();
  }
}
