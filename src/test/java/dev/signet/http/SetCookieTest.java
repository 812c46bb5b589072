package dev.signet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SetCookieTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final String EPOCH = "Expires=Thu, 01 Jan 1970 00:00:00 GMT";

  /** One combination of what can be configured, and whether the request is secure. */
  record Options(
      @Nullable String domain,
      boolean secure,
      boolean httpOnly,
      SameSite sameSite,
      boolean partitioned) {

    SetCookie cookie() {
      return new SetCookie("session", "/app", domain, httpOnly, sameSite, partitioned);
    }

    /** Returns what follows the value and the lifetime. */
    List<String> attributes() {
      List<String> attributes = new ArrayList<>(List.of("Path=/app"));
      if (domain != null) {
        attributes.add("Domain=" + domain);
      }
      if (secure) {
        attributes.add("Secure");
      }
      if (httpOnly) {
        attributes.add("HttpOnly");
      }
      attributes.add("SameSite=" + sameSite);
      if (partitioned) {
        attributes.add("Partitioned");
      }
      return attributes;
    }
  }

  static Stream<Options> everyCombination() {
    return Stream.of(SameSite.values())
        .flatMap(
            sameSite ->
                IntStream.range(0, 16)
                    .mapToObj(
                        bits ->
                            new Options(
                                (bits & 1) == 0 ? null : "example.org",
                                (bits & 2) != 0,
                                (bits & 4) != 0,
                                sameSite,
                                (bits & 8) != 0)));
  }

  /** Returns the header as it is written around a token. */
  private static String header(
      SetCookie cookie, String value, @Nullable Duration maxAge, boolean secure) {
    return cookie.beforeValue() + value + cookie.afterValue(maxAge, secure);
  }

  private static List<String> parts(String header) {
    return List.of(header.split("; ", -1));
  }

  private static List<String> list(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("everyCombination")
  @DisplayName("C3 C5 C6 C7 C8 C9 Each configured attribute is written, in a fixed order")
  void attributesOfACookie(Options options) {
    assertThat(parts(header(options.cookie(), "v", DAY, options.secure())))
        .isEqualTo(list(List.of("session=v", "Max-Age=86400"), options.attributes()));
  }

  @ParameterizedTest
  @MethodSource("everyCombination")
  @DisplayName("C4 A cookie of the browser session has no Max-Age")
  void attributesOfACookieOfTheBrowsersLife(Options options) {
    assertThat(parts(header(options.cookie(), "v", null, options.secure())))
        .isEqualTo(list(List.of("session=v"), options.attributes()));
  }

  @ParameterizedTest
  @MethodSource("everyCombination")
  @DisplayName("W4 A removal repeats every attribute of the cookie")
  void attributesOfARemoval(Options options) {
    assertThat(parts(options.cookie().expire(options.secure())))
        .isEqualTo(list(List.of("session=", "Max-Age=0", EPOCH), options.attributes()));
  }

  @Test
  void headerInFull() {
    var cookie = new SetCookie("__Secure-id", "/", "example.org", true, SameSite.STRICT, true);
    assertThat(header(cookie, "a.b.c", Duration.ofDays(14), true))
        .isEqualTo(
            "__Secure-id=a.b.c; Max-Age=1209600; Path=/; Domain=example.org; Secure; HttpOnly;"
                + " SameSite=Strict; Partitioned");
    assertThat(cookie.name()).isEqualTo("__Secure-id");
  }

  @Test
  @DisplayName("C4 Max-Age is in whole seconds")
  void fractionsOfASecond() {
    var cookie = new SetCookie("session", "/", null, true, SameSite.LAX, false);
    assertThat(header(cookie, "v", Duration.ofMillis(1999), false)).contains("; Max-Age=1;");
    assertThat(header(cookie, "v", Duration.ofDays(36_500), false))
        .contains("; Max-Age=3153600000;");
  }

  @Test
  @DisplayName("W14 Each former cookie is deleted with its own path and domain")
  void formerCookies() {
    var former = new SetCookie("session", "/old", "example.org", true, SameSite.LAX, false);
    var cookie =
        new SetCookie("session", "/", null, true, SameSite.LAX, false, List.of(former, former));
    assertThat(cookie.expireFormer(true)).containsExactly(former.expire(true), former.expire(true));
    assertThat(cookie.expireFormer(false).get(0)).contains("; Path=/old; Domain=example.org");
    assertThat(former.expireFormer(true)).isEmpty();
  }

  @Test
  void oneCookieServesSecureAndOtherRequests() {
    var cookie = new SetCookie("session", "/", null, true, SameSite.LAX, false);
    assertThat(header(cookie, "v", DAY, true)).contains("; Secure");
    assertThat(header(cookie, "v", DAY, false)).doesNotContain("Secure");
    assertThat(cookie.expire(true)).contains("; Secure");
    assertThat(cookie.expire(false)).doesNotContain("Secure");
  }

  @Test
  @DisplayName("C8 SameSite is written in the spelling of browsers")
  void sameSite() {
    assertThat(Stream.of(SameSite.values()).map(SameSite::toString))
        .containsExactly("Strict", "Lax", "None");
  }

  @Test
  @DisplayName("C6 Secure is set always, never, or if the request is secure")
  void secure() {
    assertThat(SecurePolicy.TRUE.appliesTo(() -> true)).isTrue();
    assertThat(SecurePolicy.TRUE.appliesTo(() -> false)).isTrue();
    assertThat(SecurePolicy.FALSE.appliesTo(() -> true)).isFalse();
    assertThat(SecurePolicy.FALSE.appliesTo(() -> false)).isFalse();
    assertThat(SecurePolicy.AUTO.appliesTo(() -> true)).isTrue();
    assertThat(SecurePolicy.AUTO.appliesTo(() -> false)).isFalse();
  }
}
