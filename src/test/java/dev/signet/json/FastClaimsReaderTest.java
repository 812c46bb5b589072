package dev.signet.json;

import static dev.signet.json.Payloads.CODEC;
import static dev.signet.json.Payloads.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P1 The fast reader reads written claims like the parser")
class FastClaimsReaderTest {

  private static final LoginCodec LOGINS = new LoginCodec(new JsonCodec());

  private static final String CHARACTERS = " \"\\,:[]{}0-1.entfx\n";

  private static @Nullable Claims read(String payload) {
    return FastClaimsReader.read(payload.getBytes(UTF_8), LOGINS);
  }

  /** In single quotes, to be read more easily. */
  private static String with(String data) {
    return "{'iat':1795251820,'exp':1796461420,'start':0,'data':%s}"
        .formatted(data)
        .replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'a':1}",
        "{'':''}",
        "{'a':0,'b':-0,'c':-12.50,'d':0.5}",
        "{'a':true,'b':false,'ä語😀':'é'}",
        "{'a':[],'b':{},'c':[[]],'d':{'e':null,'f':[null,{'g':'h'}]}}",
      })
  void plainClaims(String data) {
    String payload = with(data);

    assertThat(read(payload)).isNotNull().isEqualTo(CODEC.readAny(payload.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':null}",
        "{'a':1,'a':2}",
        "{'a':1e3}",
        "{'a':01}",
        "{'a':-}",
        "{'a':1.}",
        "{'a':.5}",
        "{'a':+1}",
        "{'a':tru}",
        "{'a':nul}",
        "{'a':'\\n'}",
        "{'a':'\n'}",
        "{'\\u0061':1}",
        "{'a':[1,]}",
        "{'a':[,1]}",
        "{'a':[1 ,2]}",
        "{'a':[1}",
        "{'a':{1:2}}",
        "{'a':{'b'}}",
        "{'a':{'b':1,}}",
        "{'a':}",
        "{'a'}",
        "{a:1}",
        "{'a':1,}",
        "{,}",
        "{",
        "[]",
        "{'a':[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}",
      })
  void whateverElseThereIsTheParserReads(String data) {
    assertThat(read(with(data))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"iat\":",
        "{\"iat\":1",
        "{\"iat\":1,\"exp\":2,\"start\":,\"data\":{}}",
        "{\"iat\":1,\"start\":1,\"exp\":2,\"data\":{}}",
        "{\"exp\":2,\"iat\":1,\"start\":1,\"data\":{}}",
        "{\"iat\":01,\"exp\":2,\"start\":1,\"data\":{}}",
        "{\"iat\":-1,\"exp\":2,\"start\":1,\"data\":{}}",
        "{\"iat\":1.5,\"exp\":2,\"start\":1,\"data\":{}}",
        "{\"iat\":,\"exp\":2,\"start\":1,\"data\":{}}",
        "{\"iat\":1,\"exp\":253402300800,\"start\":1,\"data\":{}}",
        "{\"iat\":1,\"exp\":99999999999999999999,\"start\":1,\"data\":{}}",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"jti\":1,\"data\":{}}",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"jti\":,\"data\":{}}",
        "{\"iat\":1,\"exp\":2,\"login\":",
        "{\"iat\":1,\"exp\":2,\"login\":-",
        "{\"iat\":1,\"exp\":2,\"login\":{",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"jti\":\"x\"}",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"sid\":\"x\"}",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"data\":{}",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"data\":{}}}",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"data\":{}} ",
        "{\"iat\":1,\"exp\":2,\"start\":1,\"data\":{},\"x\":1}",
      })
  void otherClaimsTheParserReads(String payload) {
    assertThat(read(payload)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"iat\":0,\"exp\":0,\"start\":0,\"jti\":\"x\",\"data\":{}}",
        "{\"iat\":0,\"exp\":253402300799,\"data\":{}}",
      })
  void firstAndLastSecond(String payload) {
    assertThat(read(payload)).isNotNull().isEqualTo(CODEC.readAny(payload.getBytes(UTF_8)));
  }

  @Test
  void onlyThePayloadOfACookieIsReadFast() {
    String longest = with("{'a':'%s'}".formatted("x".repeat(4096 - with("{'a':''}").length())));

    assertThat(read(longest)).isNotNull();
    assertThat(read(longest.replace("x\"", "xx\""))).isNull();
  }

  @Test
  void tokenOfANewSession() {
    byte[] payload = CODEC.write(new Claims(1, 2, 0, 1, null, Map.of("a", JSON.write("a", "x"))));

    assertThat(FastClaimsReader.read(payload, LOGINS))
        .isNotNull()
        .isEqualTo(CODEC.readAny(payload))
        .extracting(Claims::createdAt)
        .isEqualTo(1L);
  }

  @Test
  void renewedToken() {
    byte[] payload = CODEC.write(new Claims(1, 2, 0, 1, "id", Map.of("a", JSON.write("a", "x"))));

    assertThat(FastClaimsReader.read(payload, LOGINS))
        .isNotNull()
        .isEqualTo(CODEC.readAny(payload));
  }

  /** What it takes for claims, the parser takes for the same. */
  @Test
  @DisplayName("R1 The fast reader accepts no damaged claims that the parser refuses")
  void damage() {
    var random = new Random(20261121);
    int plain = 0;
    for (int i = 0; i < 3000; i++) {
      Map<String, RawJson> attributes = new LinkedHashMap<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        attributes.put("n" + n, JSON.write("n", FastValueReaderTest.value(random, 3)));
      }
      byte[] payload = CODEC.write(new Claims(1, 20, 0, 1, null, attributes));
      assertThat(CODEC.read(payload)).isEqualTo(CODEC.readAny(payload));
      for (int j = 0; j < 10; j++) {
        byte[] damaged = damaged(payload, random);
        Claims claims = FastClaimsReader.read(damaged, LOGINS);
        if (claims != null) {
          plain++;
          assertThat(claims).as(new String(damaged, UTF_8)).isEqualTo(CODEC.readAny(damaged));
        }
      }
    }
    assertThat(plain).isGreaterThan(1000);
  }

  /** Returns the same with one character of ASCII in the place of another. */
  private static byte[] damaged(byte[] payload, Random random) {
    byte[] damaged = payload.clone();
    int place = random.nextInt(damaged.length);
    if (damaged[place] >= 0) {
      damaged[place] = (byte) CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }
    return damaged;
  }
}
