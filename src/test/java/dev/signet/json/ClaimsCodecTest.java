package dev.signet.json;

import static dev.signet.json.Payloads.claims;
import static dev.signet.json.Payloads.string;
import static dev.signet.json.Payloads.text;
import static dev.signet.json.Payloads.with;
import static dev.signet.json.Payloads.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsCodecTest {

  private static Map<String, RawJson> attributes(String... namesAndTexts) {
    Map<String, RawJson> attributes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      attributes.put(namesAndTexts[i], text(namesAndTexts[i + 1]));
    }
    return attributes;
  }

  @Test
  @DisplayName("S4 The payload is a JSON Web Token's claims")
  void payloadInFull() {
    var claims = new Claims(100, 200, 0, 50, "id-1", attributes("a", "1", "b", "[true]"));
    assertThat(new String(Payloads.CODEC.write(claims), UTF_8))
        .isEqualTo(
            "{\"iat\":100,\"exp\":200,\"start\":50,\"jti\":\"id-1\",\"data\":{\"a\":1,\"b\":[true]}}");
  }

  @Test
  @DisplayName("P5 The time a session was created is written only if it is not that of the token")
  void startOfANewSession() {
    var claims = new Claims(100, 200, 0, 100, null, attributes("a", "1"));
    assertThat(new String(Payloads.CODEC.write(claims), UTF_8))
        .isEqualTo("{\"iat\":100,\"exp\":200,\"data\":{\"a\":1}}");
    assertThat(Payloads.CODEC.read(Payloads.CODEC.write(claims))).isEqualTo(claims);
  }

  @Test
  void claimsAreReadAsTheyWereWritten() {
    var written = new Claims(100, 200, 0, 50, null, attributes("a", "1", "b", "\"x\""));
    assertThat(Payloads.CODEC.read(Payloads.CODEC.write(written))).isEqualTo(written);
  }

  @Test
  void sessionWithoutAttributes() {
    assertThat(written(Map.of())).endsWith("\"data\":{}}");
    assertThat(claims(written(Map.of())).attributes()).isEmpty();
  }

  @Test
  @DisplayName("S4 The id of a token is written and read")
  void tokenId() {
    var renewed = new Claims(1, 2, 0, 1, "abc", attributes("a", "1"));
    byte[] payload = Payloads.CODEC.write(renewed);
    for (Claims read : List.of(read(payload), requireNonNull(Payloads.CODEC.readAny(payload)))) {
      assertThat(read.tokenId()).isEqualTo("abc");
      assertThat(read.attributes()).isEqualTo(renewed.attributes());
    }
  }

  @Test
  @DisplayName("S4 The id of a token is ignored if it is no string")
  void tokenIdOfAnotherType() {
    Claims claims = claims("{\"iat\":1,\"exp\":2,\"jti\":[\"x\"],\"data\":{\"a\":1}}");

    assertThat(claims.tokenId()).isNull();
    assertThat(claims.attributes()).containsOnlyKeys("a");
  }

  private static Claims read(byte[] payload) {
    return requireNonNull(Payloads.CODEC.read(payload));
  }

  @Test
  void attributesKeepTheirOrder() {
    var names = List.copyOf(claims(with("{\"z\":1,\"a\":2,\"m\":3}")).attributes().keySet());
    assertThat(names).containsExactly("z", "a", "m");
    assertThat(written(attributes("z", "1", "a", "2"))).endsWith("{\"z\":1,\"a\":2}}");
  }

  @ParameterizedTest
  @DisplayName("W1 An attribute that is not read is kept unchanged")
  @ValueSource(
      strings = {
        "1",
        "-0",
        "1.0",
        "1.00",
        "1e2",
        "1E+2",
        "1e-07",
        "123456789012345678901234567890",
        "0.1000000000000000055511151231257827",
        "true",
        "false",
        "\"\"",
        "\"x\"",
        "\"\\u0041\\/\"",
        "\"\\ud83d\\ude00\"",
        "\"😀é\"",
        "\"\\\"}],\"",
        "{}",
        "[]",
        "[ ]",
        "[null]",
        "{ \"b\" : 1 ,\n \"a\":[ 1 , 2.50 ]\t}",
        "{\"x\":{\"x\":{}}}",
        "[[],{},\"]\"]"
      })
  void textOfAnAttribute(String value) {
    for (String around : new String[] {"{\"key\":@}", "{\"a\":0, \"key\" : @ , \"b\":0}"}) {
      Claims claims = claims(with(around.replace("@", value)));
      assertThat(string(requireNonNull(claims.attributes().get("key")))).isEqualTo(value);
      assertThat(written(claims.attributes())).contains("\"key\":" + value);
    }
  }

  @Test
  @DisplayName("R5 Attributes may have the names of claims")
  void attributesCalledLikeClaims() {
    String data =
        "{\"exp\":\"e\",\"iat\":true,\"nbf\":[],\"start\":{},\"jti\":0,\"data\":{\"exp\":5}}";
    Claims claims = claims(with(data));
    assertThat(claims.issuedAt()).isEqualTo(1);
    assertThat(claims.expiresAt()).isEqualTo(2);
    assertThat(claims.attributes().keySet())
        .containsExactly("exp", "iat", "nbf", "start", "jti", "data");
    assertThat(written(claims.attributes())).endsWith("\"data\":" + data + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "\"", "\\", "{}", "é", "😀", "\u0000", "\n", "\u2028", "a.b", "key:"
      })
  void namesOfAnyKind(String name) {
    var attributes = attributes(name, "1", "other", "2");
    assertThat(claims(written(attributes)).attributes()).isEqualTo(attributes);
    assertThat(JsonCodec.nameLength(name))
        .isEqualTo(
            written(attributes(name, "1")).getBytes(UTF_8).length
                - written(Map.of()).getBytes(UTF_8).length
                - ":1".length());
  }

  @Test
  void escapedNamesAreTheNamesTheyStandFor() {
    assertThat(claims(with("{\"\\u0061\\u00e9\\ud83d\\ude00\":1}")).attributes())
        .containsOnlyKeys("aé😀");
    assertThat(claims("{\"\\u0069at\":7,\"exp\":8,\"data\":{}}").issuedAt()).isEqualTo(7);
  }

  @Test
  void attributesThatAreNullAreNone() {
    assertThat(claims(with("{\"a\":null,\"b\":1,\"c\": null }")).attributes())
        .containsOnlyKeys("b");
    assertThat(claims(with("{\"a\":[null]}")).attributes()).containsOnlyKeys("a");
    assertThat(claims(with("{\"a\":\"null\"}")).attributes()).containsOnlyKeys("a");
  }

  @ParameterizedTest
  @DisplayName("R1 A duplicate attribute is a damaged session")
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"b\":2,\"a\":null}",
        "{\"a\":null,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}"
      })
  void attributeTwice(String data) {
    assertThat(Payloads.read(with(data))).isNull();
  }

  @Test
  @DisplayName("S4 Unknown claims are ignored at any position")
  void claimsOfOthers() {
    String payload =
        "{\"iss\":\"me\",\"iat\":1,\"x\":{\"iat\":9,\"data\":{\"b\":1}},\"data\":{\"a\":1},"
            + "\"aud\":[\"exp\",{\"exp\":9}],\"exp\":2,\"sub\":null}";
    Claims claims = claims(payload);
    assertThat(claims.issuedAt()).isEqualTo(1);
    assertThat(claims.expiresAt()).isEqualTo(2);
    assertThat(claims.attributes()).containsOnlyKeys("a");
  }

  @Test
  @DisplayName("K1 The text of claims and attributes shows no content")
  void nothingIsShown() {
    Claims claims = claims(with("{\"a\":\"hunter2\"}"));
    assertThat(claims.toString()).isEqualTo("Claims[1 attributes]");
    assertThat(claims.attributes().toString()).doesNotContain("hunter2");
  }

  @Test
  void textsAreEqualLetterByLetter() {
    Claims claims = claims(with("{\"a\":[1],\"b\":[1],\"c\":[1 ]}"));
    var texts = List.copyOf(claims.attributes().values());
    assertThat(texts.get(0)).isEqualTo(texts.get(1)).hasSameHashCodeAs(texts.get(1));
    assertThat(texts.get(0)).isEqualTo(text("[1]")).isNotEqualTo(texts.get(2));
    assertThat(texts.get(0)).isNotEqualTo("[1]");
  }
}
