package dev.signet.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens that are written down, some of them made by others; and others reading ours. */
class VectorsTest {

  private static final Path FILE = Path.of("src", "test", "resources", "vectors.json");

  private final JsonNode vectors = read();
  private final List<SessionKey> keys = List.of(new SessionKey(vectors.get("secret").asText()));
  private final Seal seal = Seal.signing(keys, vectors.get("cookie").asText());

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("S4 C12 tokens of both kinds and of all libraries are unsealed")
  void goodTokens() throws IOException {
    JsonNode claims = new ObjectMapper().readTree(vectors.get("payload").asText());
    assertThat(vectors.get("good")).hasSizeGreaterThanOrEqualTo(5);
    for (JsonNode vector : vectors.get("good")) {
      byte[] payload = Jws.valid(seal.unseal(vector.get("token").asText())).payload();
      assertThat(new ObjectMapper().readTree(payload))
          .as(vector.get("by").asText())
          .isEqualTo(claims);
    }
    assertThat(keys.get(0).id(vectors.get("cookie").asText()))
        .isEqualTo(vectors.get("keyId").asText());
  }

  @Test
  @DisplayName("R1 R3 C12 bad tokens are refused for the documented reason")
  void badTokens() {
    assertThat(vectors.get("bad")).isNotEmpty();
    for (JsonNode vector : vectors.get("bad")) {
      assertThat(Jws.reason(seal.unseal(vector.get("token").asText())))
          .as(vector.get("what").asText())
          .hasToString(vector.get("reason").asText());
    }
  }

  @Test
  @DisplayName("S4 PyJWT and Signet read each other's signed tokens with the plain secret")
  void pyJwt() throws IOException, InterruptedException {
    Assumptions.assumeTrue(runs("/usr/bin/python3", "-c", "import jwt"), "needs Python with PyJWT");
    agrees("/usr/bin/python3", "src/test/interop/tokens.py", FILE.toString());
  }

  @Test
  @DisplayName("S4 C12 jose and Signet read each other's tokens of both kinds")
  void jose() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        runs("node", "-e", "require('jose')"), "needs Node.js with jose on NODE_PATH");
    agrees("node", "src/test/interop/tokens.cjs", FILE.toString());
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  private void agrees(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(seal.unseal(new ObjectMapper().readTree(line).get("token").asText()))
                    .isInstanceOf(UnsealResult.Valid.class));
  }
}
