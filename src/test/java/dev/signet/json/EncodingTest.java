package dev.signet.json;

import static dev.signet.json.Payloads.CODEC;
import static dev.signet.json.Payloads.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  @Test
  @DisplayName("R1 A payload in another encoding than UTF-8 is refused (RFC 7519, 3)")
  void otherEncodings() {
    Charset utf32 = Charset.forName("UTF-32");
    for (String payload : List.of(with("{}"), with("{\"a\":1}"))) {
      for (Charset charset : List.of(UTF_16, UTF_16BE, UTF_16LE, utf32)) {
        assertThat(CODEC.read(payload.getBytes(charset))).as(charset.name()).isNull();
      }
      assertThat(Payloads.read("\ufeff" + payload)).as("byte order mark").isNull();
    }
  }

  @ParameterizedTest
  @DisplayName("R1 A payload with invalid UTF-8 at any position is refused")
  @ValueSource(
      strings = {
        "ff",
        "80",
        "c3",
        "e9",
        "c080",
        "c1bf",
        "e28228",
        "e08080",
        "eda080",
        "edb080",
        "eda0bdedb880",
        "f0808080",
        "f4908080",
        "f7bfbfbf",
        "f8888080"
      })
  void invalidUtf8(String hex) {
    String bad = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    for (String payload :
        List.of(
            with("{\"a\":\"@\"}"),
            with("{\"a\":[\"@\"]}"),
            with("{\"@\":1}"),
            with("{\"a\":{\"@\":1}}"),
            "{\"iss\":\"@\"," + with("{}").substring(1),
            with("{}") + "@")) {
      assertThat(CODEC.read(payload.replace("@", bad).getBytes(ISO_8859_1))).as(payload).isNull();
    }
  }
}
