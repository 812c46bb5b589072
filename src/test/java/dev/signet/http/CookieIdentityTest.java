package dev.signet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a {@code Set-Cookie} header that distinguish cookies. */
class CookieIdentityTest {

  private static final CookieIdentity SESSION =
      CookieIdentity.of("session=a; Max-Age=9; Path=/app; Domain=example.org; HttpOnly");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session=b;path=/app;domain=.EXAMPLE.org",
        " session = b ; PATH = /app ; Domain=example.org",
        "session=; Domain=other.org; Path=/; Path=/app; Domain=example.org",
        "session=b; Domain=example.org",
        "session=b; Domain=example.org; Path=",
        "session; Path=/app; Domain=example.org",
      })
  @DisplayName("W10 headers for the same cookie are recognized")
  void sameCookie(String header) {
    assertThat(CookieIdentity.of(header).mayBe(SESSION)).isTrue();
    assertThat(SESSION.mayBe(CookieIdentity.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session=b; Path=/app",
        "session=b; Path=/app; Domain=",
        "session=b; Path=/app; Domain=www.example.org",
        "session=b; Path=/App; Domain=example.org",
        "session=b; Path=/app/; Domain=example.org",
        "Session=b; Path=/app; Domain=example.org",
        "other=session=b; Path=/app; Domain=example.org",
        "",
      })
  @DisplayName("W10 headers for another cookie are recognized")
  void otherCookie(String header) {
    assertThat(CookieIdentity.of(header).mayBe(SESSION)).isFalse();
  }
}
