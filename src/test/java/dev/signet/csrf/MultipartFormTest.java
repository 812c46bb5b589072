package dev.signet.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

  private static @Nullable String find(String form) {
    return MultipartForm.find(form.replace("\n", "\r\n"), "b", "csrf_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\nContent-Disposition: form-data; name=\"csrf_token\"\n\nabc\n--b--\n",
        "--b\ncontent-disposition:FORM-DATA;name=csrf_token\n\nabc\n--b",
        "preamble\n--b \nX: y\nContent-Disposition: form-data; NAME=\"csrf_token\"\n\nabc\n--b--",
        "\n--b\nContent-Disposition: form-data; filename=\"a\"; name=\"csrf_token\"\n\nabc\n--b",
        "--b\nContent-Disposition: form-data; name=\"a\"\n\n\n--b\n"
            + "Content-Disposition: form-data; name=\"csrf_token\"\n\nabc\n--b",
        "--b\nContent-Disposition: form-data; name=\"csrf_token\"\n\nabc\n--b\n"
            + "Content-Disposition: form-data; name=\"csrf_token\"\n\nsecond\n--b",
      })
  @DisplayName("N2 a field of a multipart form is found by its name; the first one counts")
  void field(String form) {
    assertThat(find(form)).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b",
        "--b--",
        "--b--\nContent-Disposition: form-data; name=\"csrf_token\"\n\nabc\n--b",
        "--b\nContent-Disposition: form-data; name=\"csrf_token\"\n\nab",
        "--b\nContent-Disposition: form-data; name=\"csrf_token\"\n",
        "--b\nContent-Disposition: form-data; name=\"csrf_tokens\"\n\nabc\n--b",
        "--b\nContent-Disposition: form-data; name=\"a; name=csrf_token\"\n\nabc\n--b",
        "--b\nContent-Disposition: form-data; filename=\"; name=csrf_token\"\n\nabc\n--b",
        "--b\nContent-Disposition: attachment; name=\"csrf_token\"\n\nabc\n--b",
        "--b\nX: y\n\nContent-Disposition: form-data; name=\"csrf_token\"\n--b",
        "--c\nContent-Disposition: form-data; name=\"csrf_token\"\n\nabc\n--c",
      })
  @DisplayName("N2 a part of another name, or that is not complete, is not the field")
  void noField(String form) {
    assertThat(find(form)).isNull();
  }

  @Test
  @DisplayName("N2 an empty field is empty, and a boundary is at most 70 characters long")
  void limits() {
    assertThat(find("--b\nContent-Disposition: form-data; name=\"csrf_token\"\n\n\n--b")).isEmpty();
    String form = "--%s\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nabc\r\n--%s--";
    String longest = "b".repeat(70);
    assertThat(MultipartForm.find(form.formatted(longest, longest), longest, "n")).isEqualTo("abc");
    String longer = longest + "b";
    assertThat(MultipartForm.find(form.formatted(longer, longer), longer, "n")).isNull();
    assertThat(MultipartForm.find(form.formatted("", ""), "", "n")).isNull();
  }
}
