package dev.signet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      value = {
        "absent                  | Cookie",
        "''                      | Cookie",
        "' , '                   | Cookie",
        "Accept                  | Accept, Cookie",
        "Accept,Origin           | Accept, Origin, Cookie",
        "Cookie                  | Cookie",
        "cookie                  | cookie",
        "Accept, COOKIE , Origin | Accept, COOKIE, Origin",
        "Cookie-Consent          | Cookie-Consent, Cookie",
        "*                       | *",
        "'Accept, *'             | 'Accept, *'"
      })
  @DisplayName("H1 Cookie is merged into Vary; * stays")
  void varyIsMerged(@Nullable String before, String after) {
    assertThat(HeaderList.vary(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      value = {
        "absent                             | no-cache=\"Set-Cookie\"",
        "''                                 | no-cache=\"Set-Cookie\"",
        "max-age=60                         | max-age=60, no-cache=\"Set-Cookie\"",
        "must-revalidate,  max-age=0        | must-revalidate, max-age=0, no-cache=\"Set-Cookie\"",
        "no-cache=\"X-Other\"               | no-cache=\"X-Other\", no-cache=\"Set-Cookie\"",
        "private=\"X-Other\"                | private=\"X-Other\", no-cache=\"Set-Cookie\"",
        "x=\"no-store, private\"            | x=\"no-store, private\", no-cache=\"Set-Cookie\"",
        "no-cache=\"Set-Cookie\"            | no-cache=\"Set-Cookie\"",
        "NO-CACHE=\"set-cookie\", max-age=1 | NO-CACHE=\"set-cookie\", max-age=1",
        "no-store                           | no-store",
        "No-Store                           | No-Store",
        "no-cache                           | no-cache",
        "private, max-age=60                | private, max-age=60"
      })
  @DisplayName("H1 Cache-Control forbids storing the cookie unless it is already stricter")
  void cookieIsNotStored(@Nullable String before, String after) {
    assertThat(HeaderList.withoutStoredCookie(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public                         | private",
        "PUBLIC                         | private",
        "max-age=60 , Public            | max-age=60, private",
        "public, s-maxage=9, immutable  | private, immutable",
        "S-MaxAge=9, max-age=5          | private, max-age=5",
        "public, private, no-cache      | private, no-cache",
        "public, no-store               | private, no-store",
        "x=\"a, b\", public             | x=\"a, b\", private",
        "x=\"a\\\", b\", public         | x=\"a\\\", b\", private",
        "x=\"a\\\\\", public            | x=\"a\\\\\", private"
      })
  @DisplayName("H2 public becomes private")
  void publicBecomesPrivate(String before, String after) {
    assertThat(HeaderList.isPublic(before)).isTrue();
    assertThat(HeaderList.withoutStoredCookie(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      value = {
        "absent",
        "''",
        "private",
        "max-age=60",
        "publicity",
        "x=public",
        "x=\"public\"",
        "x=\"a, public, b\"",
        "x=\"a\\\", public\""
      })
  @DisplayName("H2 directives that only look like public stay")
  void notPublic(@Nullable String cacheControl) {
    assertThat(HeaderList.isPublic(cacheControl)).isFalse();
    assertThat(HeaderList.withoutStoredCookie(cacheControl))
        .contains("private".equals(cacheControl) ? "private" : "no-cache=\"Set-Cookie\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a, \"b | a|\"b", "a, \"b\\ | a|\"b\\", "\"a\" , , b, | \"a\"|b", "a\\, b | a\\|b"})
  @DisplayName("H1 malformed lists lose nothing")
  void brokenListsLoseNothing(String header, String first, String second) {
    assertThat(HeaderList.elements(header)).containsExactly(first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "CDN-Cache-Control, true",
    "cdn-cache-control, true",
    "Cloudflare-CDN-Cache-Control, true",
    "Surrogate-Control, true",
    "Cache-Control, false",
    "Surrogate-Key, false"
  })
  @DisplayName("H2 the headers for the caches of content delivery networks are known")
  void edgeControl(String name, boolean edge) {
    assertThat(HeaderList.isEdgeControl(name)).isEqualTo(edge);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=600 | true",
        "public | true",
        "max-age=60, content=\"ESI/1.0\" | true",
        "no-store | false",
        "No-Store, max-age=0 | false",
        "private | false"
      })
  @DisplayName("H2 every such header without no-store and private lets caches store")
  void allowsStoring(String value, boolean stored) {
    assertThat(HeaderList.allowsStoring(value)).isEqualTo(stored);
  }
}
