package dev.signet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

  @ParameterizedTest
  @CsvSource({
    "/orders?page=2, /orders?page=2",
    "/a%20b, /a%20b",
    "/?q=100%, /?q=100%25",
    "/?q=%4, /?q=%254",
    "/?q={a|b}^`, /?q=%7Ba%7Cb%7D%5E%60",
    "/?a[0]=<x>, /?a%5B0%5D=%3Cx%3E",
    "/\\evil.example, /%5Cevil.example",
    "/\u00e9, /%C3%A9"
  })
  @DisplayName("L2 a page to return to is a URI, whatever the browser sent")
  void encode(String sent, String encoded) {
    assertThat(PageRequest.encode(sent)).isEqualTo(encoded);
    assertThat(URI.create(encoded)).hasToString(encoded);
  }
}
