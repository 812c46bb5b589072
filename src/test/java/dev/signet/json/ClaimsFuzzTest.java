package dev.signet.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.FuzzCorpus;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a token contains; the inputs kept beside this class are replayed. */
class ClaimsFuzzTest {

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Test
  @DisplayName("R1 R2 R5 (inputs that were found interesting)")
  void claimsAgain() throws IOException {
    for (byte[] input : FuzzCorpus.of("claims")) {
      claims(input);
    }
  }

  @DisplayName("R1 R2 R5 claims are read completely or not at all")
  @FuzzTest(maxDuration = "", lifecycle = Lifecycle.PER_TEST)
  void claims(byte[] payload) throws IOException {
    Claims claims = Payloads.CODEC.read(payload);
    if (claims != null) {
      JsonNode tree = STRICT.readTree(payload);
      require(time(tree, "iat") == claims.issuedAt(), payload);
      require(time(tree, "exp") == claims.expiresAt(), payload);
      for (var attribute : claims.attributes().entrySet()) {
        JsonNode there = tree.get("data").get(attribute.getKey());
        require(STRICT.readTree(bytes(attribute.getValue())).equals(there), payload);
        readable(attribute.getKey(), attribute.getValue());
      }
      writtenAgainTheyAreTheSame(claims, payload);
    }
  }

  private static long time(JsonNode tree, String claim) {
    JsonNode number = tree.get(claim);
    require(number != null && number.isNumber(), new byte[0]);
    return number.longValue();
  }

  private static byte[] bytes(RawJson text) {
    byte[] bytes = new byte[text.length()];
    text.copyTo(bytes, 0);
    return bytes;
  }

  private static void readable(String key, RawJson text) {
    for (Class<?> type : new Class<?>[] {Object.class, String.class, Integer.class, Map.class}) {
      try {
        Payloads.JSON.read(key, text, type);
      } catch (SessionAttributeException e) {
        require(e.key().equals(key), bytes(text));
      }
    }
  }

  private static void writtenAgainTheyAreTheSame(Claims claims, byte[] payload) {
    Claims again = Payloads.CODEC.read(Payloads.CODEC.write(claims));
    require(again != null && again.attributes().equals(claims.attributes()), payload);
  }

  private static void require(boolean condition, byte[] payload) {
    if (!condition) {
      throw new AssertionError(Arrays.toString(payload));
    }
  }
}
