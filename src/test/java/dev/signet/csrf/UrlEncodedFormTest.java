package dev.signet.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlEncodedFormTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "csrf_token=abc, abc",
        "csrf_token=abc&name=Ada, abc",
        "name=Ada&csrf_token=abc, abc",
        "a&&=&csrf_token=a=b&csrf_token=c, a=b",
        "csrf_token=, ''",
        "&csrf_token=abc, abc",
        "csrf_token, -",
        "'', -",
        "xcsrf_token=abc, -",
        "csrf_tokens=abc, -",
        "name=csrf_token=abc, -",
      })
  @DisplayName("N2 a field is found by its whole name at any position, and the first one counts")
  void find(String form, String value) {
    assertThat(UrlEncodedForm.find(form, "csrf_token")).isEqualTo(value);
  }
}
