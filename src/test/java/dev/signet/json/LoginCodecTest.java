package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCodecTest {

  private static final JsonCodec JSON = new JsonCodec();
  private static final LoginCodec LOGINS = new LoginCodec(JSON);
  private static final ClaimsCodec CLAIMS = new ClaimsCodec(JSON);
  private static final Login ADA = new Login("l1", "ada", Set.of("b", "a"), 10, 20, 0);
  private static final String TEXT =
      "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[\"a\",\"b\"],\"at\":10,\"proof\":20}";

  private static Claims claims(@Nullable Login login) {
    return new Claims(1, 2, 0, 1, "id", Map.of("a", JSON.write("a", 7)), null, login, null);
  }

  private static @Nullable Claims read(String payload) {
    return CLAIMS.read(payload.getBytes(UTF_8));
  }

  @Test
  @DisplayName("L1 a log-in is a claim of the token, and is read back in any order")
  void loginIsClaim() {
    byte[] payload = CLAIMS.write(claims(ADA));
    assertThat(new String(payload, UTF_8))
        .isEqualTo(
            "{\"iat\":1,\"exp\":2,\"jti\":\"id\",\"login\":%s,\"data\":{\"a\":7}}".formatted(TEXT));
    assertThat(FastClaimsReader.read(payload, LOGINS)).isEqualTo(claims(ADA));
    assertThat(CLAIMS.readAny(payload)).isEqualTo(claims(ADA));
    assertThat(
            read(
                "{\"data\":{\"a\":7},\"login\": %s ,\"iat\":1,\"exp\":2,\"jti\":\"id\"}"
                    .formatted(TEXT)))
        .isEqualTo(claims(ADA));
    assertThat(CLAIMS.readAny(CLAIMS.write(claims(null)))).isEqualTo(claims(null));
    assertThat(LoginCodec.length(ADA))
        .isEqualTo(payload.length - CLAIMS.write(claims(null)).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "null",
        "\"ada\"",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[],\"at\":10}",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[7],\"at\":10,\"proof\":20}",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":\"a\",\"at\":10,\"proof\":20}",
        "{\"id\":\"l1\",\"name\":null,\"roles\":[],\"at\":10,\"proof\":20}",
        "{\"id\":,\"name\":\"ada\",\"roles\":[],\"at\":10,\"proof\":20}",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[\"a\",,\"at\":10,\"proof\":20}",
        "{\"id\":7,\"name\":\"ada\",\"roles\":[],\"at\":10,\"proof\":20}",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[],\"at\":-10,\"proof\":20}",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[],\"at\":1e3,\"proof\":20}",
        "{\"id\":\"l1\",\"name\":\"ada\",\"roles\":[],\"at\":10,\"proof\":999999999999}",
      })
  @DisplayName("L1 R1 a token with a log-in that cannot be understood is no token")
  void strangeLogin(String login) {
    assertThat(read("{\"iat\":1,\"exp\":2,\"start\":1,\"login\":%s,\"data\":{}}".formatted(login)))
        .isNull();
    assertThat(LOGINS.read(RawJson.of(login))).isNull();
  }

  @Test
  @DisplayName("L1 R1 a token with two log-ins is no token")
  void twoLogins() {
    assertThat(
            read(
                "{\"iat\":1,\"exp\":2,\"login\":%s,\"login\":%s,\"data\":{}}"
                    .formatted(TEXT, TEXT)))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {TEXT + "x", TEXT + TEXT})
  @DisplayName("L1 text behind a stored log-in makes it none")
  void moreText(String text) {
    assertThat(LOGINS.read(RawJson.of(text))).isNull();
  }

  @Test
  @DisplayName("L5 the time that a log-in is remembered is in it")
  void remembered() {
    var login = new Login("l1", "ada", Set.of("b", "a"), 10, 20, 30);
    assertThat(LoginCodec.write(login).content()).isEqualTo(TEXT.replace("20}", "20,\"for\":30}"));
    assertThat(LOGINS.read(LoginCodec.write(login))).isEqualTo(login);
    assertThat(LOGINS.read(RawJson.of(TEXT.replace("20}", "20,\"for\":-1}")))).isNull();
  }

  @Test
  @DisplayName("L1 members of later versions are ignored")
  void otherMembers() {
    assertThat(LOGINS.read(RawJson.of(TEXT.replace("\"at\"", "\"more\":{\"a\":[1]},\"at\""))))
        .isEqualTo(ADA);
  }

  @ParameterizedTest
  @CsvSource({"ada,'',0", "ada,staff,0", "'Ada Å','staff,admin,a-b',86400", "😀,x,1"})
  @DisplayName("P7 A log-in as it is written is read without the parser, with the same result")
  void fastReader(String name, String roles, long remembered) {
    Set<String> all = roles.isEmpty() ? Set.of() : Set.of(roles.split(","));
    var login = new Login("0.abc", name, all, 1_795_000_000L, 1_795_000_007L, remembered);
    RawJson text = LoginCodec.write(login);

    assertThat(FastLoginReader.read(text)).isEqualTo(login).isEqualTo(LOGINS.readAny(text));
  }

  @Test
  @DisplayName("P7 A log-in of the first and the last second is read, also without the parser")
  void firstAndLastSecond() {
    for (long second : new long[] {0, ClaimsCodec.LATEST}) {
      var login = new Login("0.abc", "ada", Set.of(), second, second, 7);
      RawJson text = LoginCodec.write(login);

      assertThat(FastLoginReader.read(text)).isEqualTo(login).isEqualTo(LOGINS.readAny(text));
    }
  }

  @Test
  @DisplayName("R1 The fast reader accepts no damaged log-in that the parser refuses")
  void damagedLogins() {
    byte[] good = LoginCodec.write(ADA).bytes();
    for (int i = 0; i < good.length; i++) {
      for (int bit = 0; bit < 7; bit++) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) (1 << bit);
        assertAgree(new RawJson(bad));
      }
      assertAgree(new RawJson(good, 0, i));
      assertAgree(new RawJson(good, i, good.length - i));
    }
  }

  private static void assertAgree(RawJson text) {
    Login fast = FastLoginReader.read(text);
    if (fast != null) {
      assertThat(fast).as(text.content()).isEqualTo(LOGINS.readAny(text));
    }
  }
}
