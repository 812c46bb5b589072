package dev.signet.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.seal.Seal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is accepted. */
interface AcceptingContract {

  Client client();

  /**
   * Returns whether the application makes encrypted tokens; those that are sent are of its kind.
   */
  default boolean encrypted() {
    return false;
  }

  private String cookie(long age, long rest, String data) {
    long now = Tokens.now();
    return cookie("{\"iat\":%d,\"exp\":%d,\"data\":%s}".formatted(now - age, now + rest, data));
  }

  private String cookie(String payload) {
    return cookie(Tokens.SECRET, "session", payload);
  }

  private String cookie(String secret, String cookieName, String payload) {
    return encrypted()
        ? Tokens.encrypted(secret, cookieName, payload)
        : Tokens.signed(secret, cookieName, payload);
  }

  /** Asserts that a cookie is nothing, that reading beside it sends nothing, and why it was. */
  private void refused(String cookie, String reason) {
    client().get("places/rejections");
    var reply = client().script(cookie, "size;new");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("0,true");
    assertThat(reply.setCookies()).isEmpty();
    assertThat(client().get("places/rejections").body())
        .as("R8 the reason for %s", cookie)
        .isEqualTo("[CookieRejected[reason=%s]]".formatted(reason));
  }

  private String good() {
    return cookie(10, 1000, "{\"a\":\"1\"}");
  }

  @Test
  @DisplayName("R1 R5 a good token is accepted, attributes called exp, iat and data too")
  default void goodToken() {
    String cookie = cookie(10, 1000, "{\"exp\":\"e\",\"iat\":\"i\",\"data\":{\"x\":1}}");
    assertThat(client().script(cookie, "get exp;get iat;get data;new").body())
        .isEqualTo("e,i,{x=1},false");
  }

  @Test
  @DisplayName("R1 R8 forged, damaged, truncated and foreign cookies give a new session")
  default void forgedCookies() {
    String good = good();
    int body = good.lastIndexOf('.', good.lastIndexOf('.') - 1) + 1;
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put(good.substring(0, good.length() - 1), "MALFORMED");
    bad.put("session=x", "MALFORMED");
    bad.put("session=", "MALFORMED");
    bad.put("session=a.b.c.d", "MALFORMED");
    char first = good.charAt(body) == 'A' ? 'B' : 'A';
    bad.put(good.substring(0, body) + first + good.substring(body + 1), "BAD_SIGNATURE");
    bad.put(
        good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "QQ" : "AA"),
        "BAD_SIGNATURE");
    bad.put(cookie("another-secret-of-32-bytes-or-more-qwe", "session", "{}"), "UNKNOWN_KEY");
    bad.forEach(this::refused);
  }

  @Test
  @DisplayName("R3 alg none, other algorithms and keys in the header are refused")
  default void foreignHeaders() {
    String good = good();
    String rest = good.substring(good.indexOf('.'));
    for (String header :
        new String[] {
          "{\"alg\":\"none\"}",
          "{\"alg\":\"HS512\",\"kid\":\"x\"}",
          "{\"alg\":\"HS256\",\"kid\":\"x\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
          "{\"alg\":\"HS256\",\"kid\":\"x\",\"crit\":[\"b64\"],\"b64\":false}"
        }) {
      refused("session=" + base64(header) + rest, "UNSUPPORTED");
    }
    refused("session=" + base64("{\"alg\":\"none\"}") + "." + base64("{}") + ".", "MALFORMED");
    String ours =
        new String(Base64.getUrlDecoder().decode(good.substring(8, good.indexOf('.'))), UTF_8);
    String kind = encrypted() ? "A256GCM" : "HS256";
    refused("session=" + base64(ours.replace(kind, "HS512")) + rest, "UNSUPPORTED");
    refused("session=" + base64(ours.replace(kind, "none")) + rest, "UNSUPPORTED");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  @DisplayName("R4 a token is refused in a cookie of another name")
  default void tokenOfAnotherCookie() {
    refused(cookie(Tokens.SECRET, "other", "{\"iat\":1,\"exp\":2,\"data\":{}}"), "UNKNOWN_KEY");
  }

  @Test
  @DisplayName("R5 tokens with wrong times are refused")
  default void wrongTimes() {
    long now = Tokens.now();
    refused(cookie(1000, -1, "{\"a\":1}"), "EXPIRED");
    refused(cookie(1209600, 1000, "{\"a\":1}"), "EXPIRED");
    refused(cookie(-120, 1000, "{\"a\":1}"), "NOT_YET_VALID");
    refused(
        cookie(
            "{\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"data\":{}}".formatted(now, now + 120, now + 999)),
        "NOT_YET_VALID");
    refused(cookie("{\"iat\":%d,\"data\":{}}".formatted(now)), "MALFORMED");
    refused(cookie("{\"exp\":%d,\"data\":{}}".formatted(now + 9)), "MALFORMED");
    refused(cookie("{\"iat\":%d,\"exp\":\"%d\",\"data\":{}}".formatted(now, now + 9)), "MALFORMED");
    assertThat(client().script(cookie(-30, 1000, "{\"a\":\"1\"}"), "get a").body()).isEqualTo("1");
  }

  @Test
  @DisplayName("R1 R2 signed content that is no session gives a new session")
  default void strangeContent() {
    String deep = "[".repeat(1300) + "]".repeat(1300);
    refused(cookie(10, 1000, "{\"a\":%s}".formatted(deep)), "MALFORMED");
    refused(cookie(10, 1000, "[".repeat(10_000) + "]".repeat(10_000)), "TOO_LONG");
    refused(cookie("no json"), "MALFORMED");
    refused(cookie(10, 1000, "[]"), "MALFORMED");
  }

  @Test
  @DisplayName("R1 R2 a cookie of 32 kB gives a new session")
  default void overlongCookie() {
    String good = good();
    refused(good + "A".repeat(Seal.MAX_LENGTH), "TOO_LONG");
    String reply =
        client()
            .raw(
                "GET %s HTTP/1.1\r\nCookie: session=%s"
                    .formatted(client().path("places/equality"), "A".repeat(32_000)),
                ISO_8859_1);
    assertThat(reply).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  @DisplayName("R1 a cookie with bytes beyond ASCII gives a new session")
  default void bytesBeyondAscii() {
    for (var charset : new java.nio.charset.Charset[] {ISO_8859_1, UTF_8}) {
      String reply =
          client()
              .raw(
                  "GET %s HTTP/1.1\r\nCookie: %s\u00e9\u00ff"
                      .formatted(client().path("places/equality"), good()),
                  charset);
      assertThat(reply).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("set-cookie");
    }
  }

  @Test
  @DisplayName("R6 the first valid one of several cookies wins")
  default void severalCookies() {
    String second = cookie(10, 1000, "{\"a\":\"2\"}");
    assertThat(client().script("session=bad; " + good() + "; " + second, "get a").body())
        .isEqualTo("1");
    assertThat(client().script("x=y;" + second + ";session=bad", "get a").body()).isEqualTo("2");
    assertThat(client().post("script", "get a", "Cookie", "session=bad", "Cookie", good()).body())
        .isEqualTo("1");
  }

  @Test
  @DisplayName("R6 a comma in the value of another cookie starts no cookie")
  default void commaInAnotherCookie() {
    String smuggled = cookie(10, 1000, "{\"a\":\"evil\"}");
    assertThat(client().script("lang=de," + smuggled + "; " + good(), "get a").body())
        .isEqualTo("1");
  }

  @Test
  @DisplayName("R2 R6 only the first eight cookies of the name are examined")
  default void manyCookies() {
    client().get("places/rejections");
    String cookies =
        IntStream.range(0, 1000).mapToObj(i -> "session=" + i).collect(Collectors.joining("; "));
    client().script(cookies, "size");
    assertThat(client().get("places/rejections").body().split("CookieRejected", -1)).hasSize(1 + 8);
  }

  @Test
  @DisplayName("R7 a session under a previous key is kept and resealed under the new one")
  default void rotation() {
    long now = Tokens.now();
    String old =
        cookie(
            Tokens.PREVIOUS,
            "session",
            "{\"iat\":%d,\"exp\":%d,\"data\":{\"a\":\"1\"}}".formatted(now, now + 1000));
    assertThat(client().get("headers", "Cookie", old).sessionCookies()).isEmpty();
    var read = client().script(old, "get a");
    assertThat(read.body()).isEqualTo("1");
    assertThat(read.pair()).startsWith(good().substring(0, good().indexOf('.')));
    assertThat(client().script(read.pair(), "get a").sessionCookies()).isEmpty();
  }
}
