package dev.signet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies as RFC 6265bis has them. */
class BrowserCookiesTest {

  private static final String HERE = "http://www.shop.example/a/b?q";

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final BrowserCookies browser = new BrowserCookies(clock);

  private void receive(String from, String... cookies) {
    for (String cookie : cookies) {
      browser.receive(URI.create(from), cookie);
    }
  }

  private String sentTo(String uri) {
    return browser.header(URI.create(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.shop.example/, true",
    "http://WWW.SHOP.EXAMPLE:8080/x, true",
    "https://www.shop.example, true",
    "http://shop.example/, false",
    "http://a.www.shop.example/, false",
    "http://xwww.shop.example/, false"
  })
  @DisplayName("N4 a cookie without a domain is sent to its host only, on any port")
  void hostOnly(String uri, boolean sent) {
    receive(HERE, "a=1; Path=/");
    assertThat(sentTo(uri)).isEqualTo(sent ? "a=1" : "");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example, http://www.shop.example/, true",
    ".Shop.Example, http://shop.example/, true",
    "shop.example, http://a.b.shop.example/, true",
    "shop.example, http://myshop.example/, false",
    "shop.example, http://example/, false",
    "other.example, http://other.example/, false",
    "www.shop.example, http://shop.example/, false",
    "a.www.shop.example, http://a.www.shop.example/, false",
    "example, http://shop.example/, false",
    "example, http://www.shop.example/, false"
  })
  @DisplayName("N4 a cookie with a domain is sent to its hosts, and a foreign domain is refused")
  void domain(String domain, String uri, boolean sent) {
    receive(HERE, "a=1; Path=/; Domain=" + domain);
    assertThat(sentTo(uri)).isEqualTo(sent ? "a=1" : "");
  }

  @Test
  @DisplayName("N4 addresses and hosts of one label are no domains")
  void addresses() {
    receive("http://localhost:9080/", "a=1; Domain=localhost");
    assertThat(sentTo("http://localhost/")).isEqualTo("a=1");
    assertThat(sentTo("http://evil.localhost/")).isEmpty();
    receive("http://127.0.0.1/", "b=1; Domain=127.0.0.1", "c=1; Domain=0.0.1");
    assertThat(sentTo("http://127.0.0.1/")).isEqualTo("b=1");
    receive("http://[::1]/", "d=1");
    assertThat(sentTo("http://[::1]:8080/")).isEqualTo("d=1");
  }

  @ParameterizedTest
  @CsvSource({
    "/shop, /shop, true",
    "/shop, /shop/cart, true",
    "/shop/, /shop/cart, true",
    "/shop/, /shop, false",
    "/shop, /shopping, false",
    "/shop, /, false",
    "'', /a/c, true",
    "'', /a, true",
    "'', /, false",
    "relative, /a/c, true"
  })
  @DisplayName("N4 a cookie is sent below its path, by default the folder of the request")
  void path(String path, String to, boolean sent) {
    receive(HERE, "a=1; Path=" + path);
    assertThat(sentTo("http://www.shop.example" + to)).isEqualTo(sent ? "a=1" : "");
  }

  @Test
  @DisplayName("N4 a secure cookie is set and sent over HTTPS only")
  void secure() {
    receive("http://shop.example/", "a=1; secure");
    receive("https://shop.example/", "b=1; Secure");
    assertThat(sentTo("https://shop.example/")).isEqualTo("b=1");
    assertThat(sentTo("http://shop.example/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9080/, true",
    "http://LOCALHOST/, true",
    "ws://localhost/, true",
    "http://shop.localhost/, true",
    "http://127.0.0.1:9080/, true",
    "http://127.8.9.10/, true",
    "http://[::1]:9080/, true",
    "http://[0:0:0:0:0:0:0:1]/, true",
    "wss://shop.example/, true",
    "ws://shop.example/, false",
    "http://notlocalhost/, false",
    "http://localhost.example/, false",
    "http://127.0.0.1.example/, false",
    "http://128.0.0.1/, false",
    "http://[::2]/, false",
    "http://[2001:db8::1]/, false"
  })
  @DisplayName("N4 localhost accepts secure cookies without HTTPS")
  void localhost(String uri, boolean secure) {
    receive(uri, "a=1; Secure", "__Host-b=1; Secure; Path=/");
    assertThat(sentTo(uri)).isEqualTo(secure ? "a=1; __Host-b=1" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://www.shop.example/  | a=2; Path=/                       | a=1",
        "http://www.shop.example/  | a=2; Path=/x                      | a=1",
        "http://www.shop.example/  | a=; Path=/; Max-Age=0             | a=1",
        "http://www.shop.example/  | a=2; Path=/; Domain=shop.example  | a=1",
        "http://shop.example/      | a=2; Path=/; Domain=shop.example  | a=1",
        "https://www.shop.example/ | a=2; Path=/                       | a=2",
        "http://www.shop.example/  | b=2; Path=/                       | a=1; b=2",
        "http://www.shop.example/  | A=2; Path=/                       | a=1; A=2"
      })
  @DisplayName("N4 plain HTTP neither replaces nor shadows a secure cookie")
  void leftAlone(String from, String cookie, String sent) {
    receive("https://www.shop.example/", "a=1; Path=/; Secure");
    receive(from, cookie);
    assertThat(sentTo("https://www.shop.example/x")).isEqualTo(sent);
  }

  @Test
  @DisplayName("N4 a secure cookie of a domain is protected for its lifetime and path")
  void leftAloneOfADomain() {
    receive("https://shop.example/", "a=1; Path=/x; Domain=shop.example; Secure; Max-Age=10");
    receive("http://www.shop.example/", "a=2; Path=/x/y", "a=3; Path=/");
    assertThat(sentTo("https://www.shop.example/x/y")).isEqualTo("a=1; a=3");
    clock.advance(Duration.ofSeconds(10));
    receive("http://www.shop.example/", "a=2; Path=/x/y");
    assertThat(sentTo("https://www.shop.example/x/y")).isEqualTo("a=2; a=3");
  }

  @ParameterizedTest
  @CsvSource({
    "http://my_shop:8080, http://my_shop:9090, true",
    "http://my_shop:8080, http://MY_SHOP/, true",
    "http://my_shop:8080, http://ada:secret@my_shop/, true",
    "http://ada@my_shop/, http://my_shop/, true",
    "http://my_shop:8080, http://other_host:9090, false",
    "http://my_shop:8080, http://ada:my_shop@other_host/, false",
    "http:/shop, http:/shop, false"
  })
  @DisplayName("N4 a host may have an underscore, and without a host no cookie is kept")
  void underscore(String from, String to, boolean sent) {
    receive(from, "a=1; Path=/");
    assertThat(sentTo(to)).isEqualTo(sent ? "a=1" : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__Secure-a=1",
        "__Host-a=1; Secure",
        "__Host-a=1; Secure; Path=/x",
        "__Host-a=1; Path=/",
        "__Host-a=1; Secure; Path=/; Domain=shop.example",
        "__secure-a=1",
        "__Http-a=1; Secure",
        "__http-a=1; HttpOnly",
        "__Host-Http-a=1; Secure; Path=/",
        "__Host-Http-a=1; HttpOnly; Secure; Path=/x",
        "__host-http-a=1; HttpOnly; Path=/",
        "__HOST-a=1; Path=/",
        "__hOsT-a=1; Secure; Path=/; Domain=shop.example",
        "=1",
        "a",
        ""
      })
  @DisplayName("N4 a cookie without a name or against the rules of its prefix is refused")
  void refused(String cookie) {
    receive("https://shop.example/x/y", cookie);
    assertThat(sentTo("https://shop.example/x/y")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__Http-a=1; Secure; HttpOnly; Path=/x",
        "__Host-Http-a=1; Secure; HttpOnly; Path=/"
      })
  @DisplayName("N4 a cookie that follows the rules of __Http- and __Host-Http- is kept")
  void httpPrefixes(String cookie) {
    receive("https://shop.example/x/y", cookie);
    assertThat(sentTo("https://shop.example/x/y")).contains("-a=1");
  }

  @Test
  @DisplayName("N4 __Host- requires an explicit path for any request")
  void hostPrefix() {
    receive("https://shop.example/", "__Host-a=1; Secure", "__Host-b=1; Secure; Path=/");
    assertThat(sentTo("https://shop.example/")).isEqualTo("__Host-b=1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, '\n', 11, '\r', 31, 127})
  @DisplayName("N4 a cookie with a control character is refused")
  void control(int character) {
    String control = Character.toString(character);
    receive(HERE, "a=1" + control, "b" + control + "=1", "c=1; Path=/" + control);
    assertThat(sentTo(HERE)).isEmpty();
  }

  @Test
  @DisplayName("N4 a tab counts as a blank")
  void tab() {
    receive(HERE, "a\t=\t1\t;\tPath=/\t");
    assertThat(sentTo("http://www.shop.example/")).isEqualTo("a=1");
  }

  @Test
  @DisplayName("N4 W11 a cookie that browsers would not keep is not kept")
  void tooLarge() {
    receive(HERE, "a=" + "x".repeat(4096), "a=" + "\u20AC".repeat(1365) + "x");
    assertThat(sentTo(HERE)).isEmpty();
    receive(HERE, "a=" + "x".repeat(4095), "b=" + "\u20AC".repeat(1365));
    assertThat(sentTo(HERE)).hasSize(4097 + 2 + 1367);
  }

  @Test
  @DisplayName("N4 an attribute of more than 1024 bytes is left out")
  void longAttribute() {
    String path = "/" + "x".repeat(1023);
    receive(HERE, "a=1; Path=" + path + "; Path=" + path + "x", "b=1; Path=" + path);
    assertThat(sentTo("http://www.shop.example" + path)).isEqualTo("a=1; b=1");
    receive(HERE, "c=1; Path=/\u20AC" + "x".repeat(1021));
    assertThat(sentTo(HERE)).isEqualTo("c=1");
  }

  @Test
  @DisplayName("N4 a cookie with a valid prefix is kept")
  void prefix() {
    receive("https://shop.example/x", "__Host-a=1; Secure; Path=/");
    assertThat(sentTo("https://shop.example/")).isEqualTo("__Host-a=1");
  }

  @Test
  @DisplayName("N4 Max-Age takes precedence over Expires, and both expire the cookie")
  void time() {
    receive(
        HERE,
        "a=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "b=1; Expires=Sat, 21 Nov 2026 08:00:20 GMT",
        "c=1; Max-Age=99999999999999999999",
        "d=1; Max-Age=soon; Expires=never");
    assertThat(sentTo(HERE)).isEqualTo("a=1; b=1; c=1; d=1");
    clock.advance(Duration.ofSeconds(10));
    assertThat(sentTo(HERE)).isEqualTo("b=1; c=1; d=1");
    clock.advance(Duration.ofSeconds(10));
    assertThat(sentTo(HERE)).isEqualTo("c=1; d=1");
    browser.close();
    assertThat(sentTo(HERE)).isEqualTo("c=1");
    clock.advance(Duration.ofDays(400));
    assertThat(sentTo(HERE)).isEmpty();
  }

  @Test
  @DisplayName("N4 an invalid time is ignored, and an earlier valid one stays")
  void noTime() {
    receive(
        HERE,
        "a=1; Max-Age=10; Max-Age=x",
        "b=1; Max-Age=10; Max-Age=",
        "c=1; Expires=Sat, 21 Nov 2026 08:00:10 GMT; Expires=never",
        "d=1; Max-Age=5; Max-Age=20");
    clock.advance(Duration.ofSeconds(10));
    assertThat(sentTo(HERE)).isEqualTo("d=1");
  }

  @Test
  @DisplayName("N4 a cookie lasts 400 days at most by either attribute")
  void longest() {
    receive(
        HERE,
        "a=1; Expires=Fri, 31 Dec 2099 23:59:59 GMT",
        "b=1; Max-Age=34560001",
        "c=1; Expires=Sat, 25 Dec 2027 08:00:00 GMT");
    clock.advance(Duration.ofDays(399));
    assertThat(sentTo(HERE)).isEqualTo("a=1; b=1");
    clock.advance(Duration.ofDays(1));
    assertThat(sentTo(HERE)).isEmpty();
  }

  @Test
  @DisplayName("N4 W4 a cookie is deleted only by one with its name, domain and path")
  void deletion() {
    receive(HERE, "a=1; Path=/", "a=2; Path=/a", "a=3; Path=/; Domain=shop.example");
    receive(HERE, "a=; Path=/a; Max-Age=0", "a=x; Path=/a/b; Max-Age=-1");
    assertThat(sentTo(HERE)).isEqualTo("a=1; a=3");
    receive(HERE, "a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    assertThat(sentTo(HERE)).isEqualTo("a=3");
    browser.clear();
    assertThat(sentTo(HERE)).isEmpty();
  }

  @Test
  @DisplayName(
      "N4 longer paths are sent first, then older cookies, and a new value keeps its position")
  void order() {
    receive(HERE, "a=1; Path=/", "b=1; Path=/", "c=1; Path=/a", "a=2; Path=/; Path=/");
    assertThat(sentTo(HERE)).isEqualTo("c=1; a=2; b=1");
    assertThat(browser)
        .hasToString(
            "BrowserCookies[a of www.shop.example/, b of www.shop.example/, c of"
                + " www.shop.example/a]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT  | 1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 1994       | 1994-11-06T08:49:37Z",
        "6 november 26 8:9:7x           | 2026-11-06T08:09:07Z",
        "06 Nov 1994                    |",
        "31 Feb 2026 08:00:00           |",
        "06 Nov 1600 08:00:00           |",
        "06 Nov 2026 24:00:00           |",
        "Nov 2026 08:00:00              |",
        "06 2026 08:00:00               |",
        "''                             |"
      })
  @DisplayName("N4 dates are read in every form that browsers accept")
  void dates(String text, String time) {
    assertThat(CookieDate.parse(text)).isEqualTo(time == null ? null : Instant.parse(time));
  }
}
