package dev.signet.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The jar as it was built, without any library beside it. */
class JarIT {

  private static Process start(String command, String secret) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-jar", System.getProperty("signet.jar"), command)
            .redirectErrorStream(true);
    builder.environment().put("SESSION_SECRET_KEY", secret);
    return builder.start();
  }

  private static String output(Process process) throws IOException {
    try (InputStream text = process.getInputStream()) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  @Test
  @DisplayName("C1 R1 java -jar makes a key, and decodes a cookie that is signed with it")
  void keyAndDecode() throws Exception {
    Process key = start("key", "");
    String secret = output(key).strip();
    assertThat(key.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(key.exitValue()).isZero();

    String token =
        Seal.signing(List.of(new SessionKey(secret)), "session")
            .seal("", "{\"iat\":1,\"exp\":99999999999,\"data\":{}}".getBytes(UTF_8), "");
    Process decode = start("decode", secret);
    try (var in = decode.getOutputStream()) {
      in.write(("session=" + token).getBytes(UTF_8));
    }

    assertThat(output(decode)).contains("Verified: yes, by the current key");
    assertThat(decode.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(decode.exitValue()).isZero();
  }
}
