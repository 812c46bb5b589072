package dev.signet.seal;

import static dev.signet.seal.Jws.COOKIE;
import static dev.signet.seal.Jws.SECRET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.FuzzCorpus;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever anybody sends as a token; the inputs kept beside this class are replayed. */
class TokenFuzzTest {

  private static final List<SessionKey> KEYS = List.of(new SessionKey(SECRET));
  private static final ObjectMapper STRICT =
      new ObjectMapper(
          new JsonFactory().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true));

  private final Seal signing = Seal.signing(KEYS, COOKIE);
  private final Seal encrypting = Seal.encrypting(KEYS, COOKIE, new Zeros());
  private final String signed = signing.seal("", Jws.PAYLOAD.getBytes(US_ASCII), "");
  private final String encrypted = encrypting.seal("", Jws.PAYLOAD.getBytes(US_ASCII), "");
  private final JwsFormat signer = new JwsFormat(KEYS.get(0), COOKIE);
  private final String keyId = signer.header().keyId();

  /** A nonce that is the same each time keeps the seeds good. */
  private static final class Zeros extends SecureRandom {

    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {}
  }

  @Test
  @DisplayName("R1 R3 Saved inputs of the fuzzer keep the promise")
  void signedTokenAgain() {
    for (byte[] input : FuzzCorpus.of("signedToken")) {
      signedToken(input);
    }
  }

  @DisplayName("R1 R3 no changed text is accepted as a signed token")
  @FuzzTest(maxDuration = "", lifecycle = Lifecycle.PER_TEST)
  void signedToken(byte[] input) {
    refused(new String(input, ISO_8859_1));
  }

  @Test
  @DisplayName("R1 R3 C12 Saved inputs of the fuzzer keep the promise")
  void encryptedTokenAgain() {
    for (byte[] input : FuzzCorpus.of("encryptedToken")) {
      encryptedToken(input);
    }
  }

  @DisplayName("R1 R3 C12 no changed text is accepted as an encrypted token")
  @FuzzTest(maxDuration = "", lifecycle = Lifecycle.PER_TEST)
  void encryptedToken(byte[] input) {
    refused(new String(input, ISO_8859_1));
  }

  private void refused(String token) {
    boolean ours = token.equals(signed) || token.equals(encrypted);
    for (Seal seal : List.of(signing, encrypting)) {
      if (seal.unseal(token) instanceof UnsealResult.Valid != ours) {
        throw new AssertionError(token);
      }
    }
  }

  /** Were the key known: a header still has to say what ours says, in whatever order. */
  @Test
  @DisplayName("R3 R4 Saved inputs of the fuzzer keep the promise")
  void headerUnderOurSignatureAgain() {
    for (byte[] input : FuzzCorpus.of("headerUnderOurSignature")) {
      headerUnderOurSignature(input);
    }
  }

  @DisplayName("R3 R4 only Signet's own header is accepted, even under a valid signature")
  @FuzzTest(maxDuration = "", lifecycle = Lifecycle.PER_TEST)
  void headerUnderOurSignature(byte[] header) {
    String encoded = Base64Url.encodeToString(header);
    String text = encoded + ".e30";
    byte[] bytes = text.getBytes(US_ASCII);
    String token = text + '.' + new String(signer.sign(bytes, 0, bytes.length), US_ASCII);
    if (signing.unseal(token) instanceof UnsealResult.Valid && !saysWhatOursSays(header)) {
      throw new AssertionError(encoded);
    }
  }

  private boolean saysWhatOursSays(byte[] header) {
    try {
      Map<?, ?> members = STRICT.readValue(header, Map.class);
      var ours = Map.of("alg", "HS256", "typ", "JWT", "kid", keyId);
      return members.equals(ours) || members.equals(Map.of("alg", "HS256", "kid", keyId));
    } catch (IOException e) {
      return false;
    }
  }
}
