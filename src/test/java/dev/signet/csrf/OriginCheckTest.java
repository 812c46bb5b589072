package dev.signet.csrf;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.WebOrigin;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {

  private static final String OWN = "https://shop.example";
  private static final String FRIEND = "https://app.example:8443";

  private final OriginCheck rule = new OriginCheck(Set.of(origin(FRIEND)));

  private static WebOrigin origin(String text) {
    return requireNonNull(WebOrigin.parse(text));
  }

  private boolean accepts(@Nullable String fetchSite, @Nullable String origin) {
    return rule.accepts(fetchSite, origin, () -> origin(OWN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  @DisplayName("N2 requests that the browser marks as same-origin or by the user are accepted")
  void fromHere(String fetchSite) {
    assertThat(accepts(fetchSite, null)).isTrue();
    assertThat(accepts(fetchSite, "http://as-an-inner-server-is-called:8080")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-site", "cross-site", "", "SAME-ORIGIN", "same-origin, none", "x"})
  @DisplayName("N2 other requests are accepted only from an allowed origin")
  void fromElsewhere(String fetchSite) {
    assertThat(accepts(fetchSite, null)).isFalse();
    assertThat(accepts(fetchSite, "null")).isFalse();
    assertThat(accepts(fetchSite, "https://evil.example")).isFalse();
    assertThat(accepts(fetchSite, FRIEND)).isTrue();
    assertThat(accepts(fetchSite, OWN)).as("the server mistakes it for its own").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://shop.example",
        "https://shop.example:444",
        "https://shop.example.evil.example",
        "https://evil.example/shop.example",
        "https://shop.example/",
        "https://shop.example https://evil.example",
        "https://shop.example, https://evil.example",
        "https://user@shop.example",
        "https://app.example",
        "shop.example"
      })
  @DisplayName("N2 without Sec-Fetch-Site scheme, host and port of the origin decide")
  void originAlone(String foreign) {
    assertThat(accepts(null, foreign)).isFalse();
    assertThat(accepts(null, "https://SHOP.example:443")).isTrue();
    assertThat(accepts(null, FRIEND)).isTrue();
  }

  @Test
  @DisplayName("N2 requests without both headers are accepted")
  void neither() {
    assertThat(accepts(null, null)).isTrue();
  }

  @Test
  @DisplayName("N2 an unknown own origin matches nothing")
  void unknownOwnOrigin() {
    assertThat(rule.accepts(null, OWN, () -> null)).isFalse();
  }
}
