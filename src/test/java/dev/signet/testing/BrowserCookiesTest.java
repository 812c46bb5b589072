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

/** Cookies as RFC 6265 has them. */
class BrowserCookiesTest {

  private static final String HERE = "http://www.shop.example/a/b?q";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
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
  @DisplayName("N4 a cookie without a domain is for its host alone, on any port")
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
  @DisplayName("N4 one with a domain is for all its hosts; a domain of others is refused")
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
  @DisplayName("N4 a path is for what is below it; without one it is the folder of the request")
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
  @ValueSource(
      strings = {
        "__Secure-a=1",
        "__Host-a=1; Secure",
        "__Host-a=1; Secure; Path=/x",
        "__Host-a=1; Path=/",
        "__Host-a=1; Secure; Path=/; Domain=shop.example",
        "=1",
        "a",
        ""
      })
  @DisplayName("N4 what breaks its prefix, or has no name, is refused")
  void refused(String cookie) {
    receive("https://shop.example/x/y", cookie);
    assertThat(sentTo("https://shop.example/x/y")).isEmpty();
  }

  @Test
  @DisplayName("N4 W11 a cookie that browsers would not keep is not kept")
  void tooLarge() {
    receive(HERE, "a=" + "x".repeat(4095));
    assertThat(sentTo(HERE)).isEmpty();
    receive(HERE, "a=" + "x".repeat(4094));
    assertThat(sentTo(HERE)).hasSize(4096);
    receive("https://shop.example/x", "__Host-a=1; Secure; Path=/");
    assertThat(sentTo("https://shop.example/")).isEqualTo("__Host-a=1");
  }

  @Test
  @DisplayName("N4 Max-Age comes before Expires, and both end")
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
  @DisplayName("N4 W4 a cookie is deleted by one of its own name, domain and path only")
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
  @DisplayName("N4 longer paths are sent first, then older cookies, a new value in the old place")
  void order() {
    receive(HERE, "a=1; Path=/", "b=1; Path=/", "c=1; Path=/a", "a=2; Path=/; Path=/");
    assertThat(sentTo(HERE)).isEqualTo("c=1; a=2; b=1");
    assertThat(browser)
        .hasToString(
            "BrowserCookies[a of www.shop.example/, b of www.shop.example/, c of www.shop.example/a]");
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
  @DisplayName("N4 dates in every form that browsers take")
  void dates(String text, String time) {
    assertThat(CookieDate.parse(text)).isEqualTo(time == null ? null : Instant.parse(time));
  }
}
