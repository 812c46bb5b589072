package dev.signet.json;

import static dev.signet.json.Payloads.CODEC;
import static dev.signet.json.Payloads.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionAttributeException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads whose signature is good and whose content is not a session's. */
class StrangePayloadTest {

  private static final String GOOD =
      with("{\"a\":1.50,\"b\":[\"x\\n\\u00e9é😀\",null,true],\"c\":{\"d\":-1e-3,\"e\":{}}}");

  @ParameterizedTest
  @DisplayName("R1 A payload that is not one JSON object is refused")
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "1",
        "\"x\"",
        "[]",
        "{}",
        "{",
        "}",
        "x",
        "\u0000",
        "<a/>",
        "[{\"iat\":1,\"exp\":2,\"data\":{}}]",
        "\"{\\\"iat\\\":1,\\\"exp\\\":2,\\\"data\\\":{}}\"",
        "{\"iat\":1,\"exp\":2,\"data\":{}}}",
        "{\"iat\":1,\"exp\":2,\"data\":{}}{}",
        "{\"iat\":1,\"exp\":2,\"data\":{}},",
        "{\"iat\":1,\"exp\":2,\"data\":{}} x",
        "{\"iat\":1,\"exp\":2,\"data\":{}}\u0000",
        "{\"iat\":1,\"exp\":2,\"data\":{}} {\"iat\":1,\"exp\":2,\"data\":{\"admin\":true}}",
        "{\"iat\":1,\"exp\":2,\"data\":{},}",
        "{\"iat\":1 \"exp\":2,\"data\":{}}",
        "{\"iat\":1,\"exp\":2,\"data\":{}/**/}",
        "{iat:1,exp:2,data:{}}",
        "{'iat':1,'exp':2,'data':{}}"
      })
  void notOneObject(String payload) {
    assertThat(Payloads.read(payload)).isNull();
  }

  @ParameterizedTest
  @DisplayName("R1 A payload without exactly one object of attributes is refused")
  @ValueSource(
      strings = {
        "{\"iat\":1,\"exp\":2}",
        "{\"iat\":1,\"exp\":2,\"data\":null}",
        "{\"iat\":1,\"exp\":2,\"data\":[]}",
        "{\"iat\":1,\"exp\":2,\"data\":\"{}\"}",
        "{\"iat\":1,\"exp\":2,\"data\":1}",
        "{\"iat\":1,\"exp\":2,\"Data\":{}}",
        "{\"iat\":1,\"exp\":2,\"data\":{},\"data\":{}}",
        "{\"iat\":1,\"exp\":2,\"data\":{\"a\":1},\"data\":{\"a\":2}}",
        "{\"iat\":1,\"exp\":2,\"x\":{\"data\":{}}}"
      })
  void noAttributes(String payload) {
    assertThat(Payloads.read(payload)).isNull();
  }

  @ParameterizedTest
  @DisplayName("R1 An attribute that is not JSON is refused, even if it is not read")
  @ValueSource(
      strings = {
        "",
        "x",
        "01",
        "1.",
        ".1",
        "-",
        "+1",
        "1e",
        "NaN",
        "nul",
        "nulll",
        "truex",
        "TRUE",
        "'x'",
        "\"",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u12\"",
        "[",
        "[1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "[}",
        "{]",
        "[x]",
        "{\"a\":nul}",
        "[1.]",
        "//",
        "1 2"
      })
  void attributeThatIsNoJson(String value) {
    assertThat(Payloads.read(with("{\"a\":" + value + "}"))).isNull();
  }

  @Test
  @DisplayName("R1 A payload cut off anywhere is refused")
  void everyTruncation() {
    byte[] good = GOOD.getBytes(UTF_8);
    assertThat(CODEC.read(good)).isNotNull();
    for (int length = 0; length < good.length; length++) {
      assertThat(CODEC.read(Arrays.copyOf(good, length))).as("%d bytes", length).isNull();
    }
  }

  /** What is read as claims but not as a value must fail as a value, not in another way. */
  @Test
  @DisplayName("R1 A payload with changed bytes is refused or read, without an exception")
  void randomMutations() {
    var random = new Random(20_260_102);
    byte[] good = GOOD.getBytes(UTF_8);
    byte[] other = "{}[]\",:\\u0019.eE+-tfn\0 \u00c3\u00a9\u00ed\u00f0".getBytes(ISO_8859_1);
    for (int i = 0; i < 50_000; i++) {
      byte[] payload = good.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        payload[random.nextInt(payload.length)] =
            random.nextBoolean() ? other[random.nextInt(other.length)] : (byte) random.nextInt();
      }
      Claims claims = CODEC.read(payload);
      if (claims != null) {
        claims.attributes().forEach(StrangePayloadTest::readsOrRefuses);
      }
    }
  }

  private static void readsOrRefuses(String key, RawJson text) {
    assertThat(Payloads.JSON.sameContent(text, Payloads.text("[]"))).isFalse();
    for (Class<?> type : List.of(Object.class, String.class, Double.class, List.class)) {
      try {
        assertThat(Payloads.JSON.read(key, text, type)).isInstanceOf(type);
      } catch (SessionAttributeException e) {
        assertThat(e.key()).isEqualTo(key);
      }
    }
  }

  @Test
  @DisplayName("R1 Random bytes are refused")
  void randomGarbage() {
    var random = new Random(20_260_103);
    for (int i = 0; i < 20_000; i++) {
      byte[] payload = new byte[random.nextInt(200)];
      random.nextBytes(payload);
      assertThat(CODEC.read(payload)).isNull();
    }
  }
}
