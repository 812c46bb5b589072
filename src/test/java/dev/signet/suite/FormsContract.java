package dev.signet.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with a token that a resource reads, on any implementation of Jakarta REST. */
interface FormsContract {

  String FORM = "application/x-www-form-urlencoded";
  String LATIN = FORM + ";charset=ISO-8859-1";
  String MULTIPART = "multipart/form-data; boundary=\"--x y\"";

  Client client();

  /** A page of a session with its token. */
  record Page(String cookie, String token) {

    String field() {
      return "csrf_token=" + token;
    }

    String part() {
      return "----x y\r\nContent-Disposition: form-data; name=\"csrf_token\"\r\n\r\n"
          + token
          + "\r\n";
    }
  }

  private Page page() {
    Reply page = client().get("forms");
    return new Page(page.pair(), page.body());
  }

  private Reply post(Page page, String path, String type, String body) {
    return client().post("forms/" + path, type, body.getBytes(ISO_8859_1), "Cookie", page.cookie());
  }

  private String unchecked(Page page, String path, String type, String body) {
    String[] headers = {"Cookie", page.cookie(), "X-CSRF-Token", page.token()};
    return client().post("forms/" + path, type, body.getBytes(ISO_8859_1), headers).body();
  }

  @ParameterizedTest
  @CsvSource({
    FORM + ", v=x%C3%A9&w=a%2Bb+c, x\u00e9, a+b c",
    FORM + ", v=1&w=%26%3D%25, 1, &=%",
    FORM + ";charset=utf-8, v=%E2%82%AC&w=2, \u20ac, 2",
    LATIN + ", v=x%E9&w=1, x\u00e9, 1",
  })
  @DisplayName("N2 the resource reads the fields of the form, decoded as without the check")
  default void resourceReadsTheFields(String type, String fields, String first, String second) {
    Page page = page();
    for (String way : new String[] {"param", "map", "form"}) {
      String expected =
          way.equals("param")
              ? unchecked(page, way, type, fields) // servers differ in the charset
              : "{v=[%s], w=[%s]}".formatted(first, second);
      for (String form : new String[] {page.field() + "&" + fields, fields + "&" + page.field()}) {
        Reply reply = post(page, way, type, form);
        assertThat(reply.body()).as(way).isEqualTo(expected);
        assertThat(reply.status()).isEqualTo(200);
      }
      assertThat(post(page, way, type, fields).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "bytes", "stream"})
  @DisplayName("N2 the resource reads the same bytes, whatever the charset")
  default void resourceReadsTheSameBytes(String way) {
    Page page = page();
    for (String fields : new String[] {"v=x%C3%A9", "v=x%E9&&=%zz&v", "v=" + "x".repeat(100_000)}) {
      String form = page.field() + "&" + fields;
      assertThat(post(page, way, FORM, form).body()).isEqualTo(form);
      assertThat(post(page, way, LATIN, form).body()).isEqualTo(form);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes", "stream"})
  @DisplayName("N2 J3 the token is read from a multipart form, and its files arrive unchanged")
  default void multipartForm(String way) {
    Page page = page();
    var file = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      file.append((char) (i * 7 % 256));
    }
    String small = part("file\"; filename=\"a;name=x.bin", file.toString());
    String large = part("file", file.toString().repeat(200));
    for (String parts :
        new String[] {page.part() + small, small + page.part(), page.part() + large}) {
      String form = parts + "----x y--\r\n";
      Reply reply = post(page, way, MULTIPART, form);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo(form);
    }
    String late = part("file", file.toString().repeat(70)) + page.part() + "----x y--\r\n";
    assertThat(post(page, way, MULTIPART, late).status()).isEqualTo(403);
    assertThat(post(page, way, MULTIPART, small + "----x y--\r\n").status()).isEqualTo(403);
    assertThat(post(page, way, "multipart/form-data", page.part()).status()).isEqualTo(403);
  }

  private static String part(String name, String content) {
    return "----x y\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: a/b\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  @DisplayName("N2 the token is read from a form of any method")
  default void formOfAnyMethod(String method) {
    Page page = page();
    byte[] form = (page.field() + "&v=x%C3%A9").getBytes(UTF_8);
    byte[] without = "v=x%C3%A9".getBytes(UTF_8);
    String[] cookie = {"Cookie", page.cookie()};
    assertThat(client().send(method, "forms/map", FORM, form, cookie).body())
        .isEqualTo("{v=[x\u00e9]}");
    assertThat(client().send(method, "forms/map", FORM, without, cookie).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("N2 the token has to be within the first 64 kB of a form")
  default void longForm() {
    Page page = page();
    String value = "v=" + "x".repeat(64 * 1024);
    assertThat(post(page, "map", FORM, page.field() + "&" + value).body())
        .isEqualTo("{v=[" + value.substring(2) + "]}");
    assertThat(post(page, "map", FORM, value + "&" + page.field()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"param", "map", "text"})
  @DisplayName("N2 a form that arrives after the headers of its request is read whole")
  default void bodyAfterTheHeaders(String way) {
    Page page = page();
    String form = "v=first&w=second&" + page.field();
    String expected =
        switch (way) {
          case "param" -> "first second";
          case "map" -> "{v=[first], w=[second]}";
          default -> form;
        };
    String head =
        "POST %s HTTP/1.1\r\nCookie: %s\r\nContent-Type: %s\r\nContent-Length: %d"
            .formatted(client().path("forms/" + way), page.cookie(), FORM, form.length());
    assertThat(client().rawAfterContinue(head, form)).contains(" 200 ", expected);
  }

  @Test
  @DisplayName("N2 an empty form has no token")
  default void emptyForm() {
    Page page = page();
    assertThat(post(page, "text", FORM, "").status()).isEqualTo(403);
    assertThat(unchecked(page, "text", FORM, "")).isEmpty();
  }
}
