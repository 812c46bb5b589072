package dev.signet.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.posts.PostServlet;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to servlets and pages that another site made the browser send. */
interface ServletCsrfContract {

  Client client();

  /** Returns the log of the server. */
  String log();

  private static String[] sentFrom(String site) {
    return new String[] {"Sec-Fetch-Site", site};
  }

  String MULTIPART = "multipart/form-data; boundary=b";

  String PAGE =
      """
      <%@ page session="false" pageEncoding="UTF-8" %>\
      <form method="post"><input name="v" value="${param.v}">\
      <input type="hidden" name="csrf_token" value="${signetCsrfToken.value()}"></form>\
      """;

  static WebArchive application() {
    return TestArchives.library(
            "posts",
            "session.secret-key=" + Tokens.SECRET,
            "session.csrf=token",
            "session.csrf.exempt-paths=/hooks/*, /hooked")
        .addPackage(PostServlet.class.getPackage())
        .addAsWebResource(new StringAsset(PAGE), "form.jsp");
  }

  private String[] with(Reply page, String... headers) {
    return Client.with(page.pair(), headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PURGE"})
  @DisplayName("J3 N2 a servlet is not reached by a request of another site")
  default void foreignOrigin(String method) {
    Reply page = client().get("post");
    assertThat(client().send(method, "post", sentFrom("cross-site")).status()).isEqualTo(403);
    assertThat(client().send(method, "post", with(page)).status()).as("no token").isEqualTo(403);
    assertThat(client().send(method, "post", with(page, "X-CSRF-Token", page.body())).body())
        .isEqualTo(method + " null");
    assertThat(client().send(method, "nowhere", sentFrom("cross-site")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "GET"})
  @DisplayName("J3 N2 safe methods of a servlet are not checked")
  default void safeMethods(String method) {
    assertThat(client().send(method, "post", sentFrom("cross-site")).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("J3 N2 a servlet's own origin is the one of the request")
  default void ownOrigin() {
    String own = client().origin();
    assertThat(client().form("post", "v=1", "Origin", own).status()).isEqualTo(200);
    assertThat(client().form("post", "v=1", "Origin", own + "1").status()).isEqualTo(403);
    assertThat(client().form("post", "v=1").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("J3 N2 a form to a servlet needs the token, in its body and not in its URL")
  default void formField() {
    Reply page = client().get("post");
    String token = "csrf_token=" + page.body();
    String fields = "v=x%C3%A9%E2%82%AC";
    for (String path : new String[] {"post", "post?csrf_token=wrong", "post?csrf%5Ftoken=wrong"}) {
      assertThat(client().form(path, fields + "&" + token, with(page)).body())
          .as(path)
          .isEqualTo("POST x\u00e9\u20ac");
    }
    assertThat(client().form("post?" + token, fields, with(page)).status()).isEqualTo(403);
    assertThat(client().form("post", fields, with(page)).status()).isEqualTo(403);
    assertThat(client().latin("post", "v=x%E9&" + token, with(page)).body())
        .isEqualTo("POST x\u00e9");
    String other = "csrf_token=" + client().get("post", "Cookie", "").body();
    assertThat(client().form("post", fields + "&" + other, with(page)).status()).isEqualTo(403);
    assertThat(client().form("post", fields).body())
        .as("no session")
        .isEqualTo("POST x\u00e9\u20ac");
    assertThat(client().json("body", "{}", with(page)).status()).isEqualTo(403);
    assertThat(client().json("body", "{}", with(page, "X-CSRF-Token", page.body())).body())
        .isEqualTo("{}");
  }

  @Test
  @DisplayName("N2 an application can check a token itself")
  default void ownCheck() {
    Reply page = client().get("post");
    for (String sent : new String[] {page.body(), "wrong"}) {
      String[] headers = with(page, "X-CSRF-Token", page.body(), "X-Own-Token", sent);
      assertThat(client().form("post", "v=1", headers).body())
          .isEqualTo("POST 1 " + sent.equals(page.body()));
    }
  }

  @Test
  @DisplayName("J3 a multipart form to a servlet has the token in a field, and its file arrives")
  default void multipartForm() {
    Reply page = client().get("post");
    byte[] form = multipart(part("csrf_token", page.body()) + UPLOAD);
    assertThat(client().post("upload", MULTIPART, form, with(page)).body())
        .isEqualTo("x\u00e9 \u00ff\u0000");
    byte[] behind = multipart(UPLOAD + part("csrf_token", page.body()));
    assertThat(client().post("upload", MULTIPART, behind, with(page)).body())
        .isEqualTo("x\u00e9 \u00ff\u0000");
    byte[] wrong = multipart(part("csrf_token", "wrong") + UPLOAD);
    assertThat(client().post("upload", MULTIPART, wrong, with(page)).status()).isEqualTo(403);
    assertThat(client().post("upload", MULTIPART, multipart(UPLOAD), with(page)).status())
        .isEqualTo(403);
  }

  @Test
  @DisplayName(
      "J3 without a multipart configuration the servlet needs the header, and the refusal says so")
  default void multipartFormWithoutConfiguration() {
    Reply page = client().get("post");
    byte[] form = multipart(part("csrf_token", page.body()) + UPLOAD);
    Reply refused = client().post("body", MULTIPART, form, with(page));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("X-CSRF-Token", "multipart configuration");
    String[] header = with(page, "X-CSRF-Token", page.body());
    assertThat(client().post("body", MULTIPART, form, header).body())
        .isEqualTo(new String(form, ISO_8859_1));
  }

  String UPLOAD = part("v", "x\u00c3\u00a9") + part("file\"; filename=\"a.bin", "\u00ff\u0000");

  private static String part(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  private static byte[] multipart(String parts) {
    return (parts + "--b--\r\n").getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooks", "hooks/", "hooks/a/b", "hooked", "exempt"})
  @DisplayName("J3 N2 servlets are exempt by path and by annotation")
  default void exempt(String path) {
    assertThat(client().form(path, "v=1", sentFrom("cross-site")).body()).isEqualTo("POST 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooked/a", "hooks/../post", "post;/hooks/"})
  @DisplayName("J3 N2 other paths are not exempt")
  default void notExempt(String path) {
    String head =
        "POST %s%s HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 0"
            .formatted(client().path(""), path);
    assertThat(client().raw(head, ISO_8859_1)).startsWith("HTTP/1.1 403");
  }

  @Test
  @DisplayName("J3 N2 an encoded dot segment does not lead around the check")
  default void encodedDotSegment() {
    String head =
        "POST %shooks/%%2e%%2e/post HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 0"
            .formatted(client().path(""));
    assertThat(client().raw(head, ISO_8859_1)).startsWith("HTTP/1.1 40").doesNotContain("POST 1");
  }

  @Test
  @DisplayName("J3 a JSP writes the token into its form, and is checked")
  default void jsp() {
    Reply page = client().get("post");
    String form = client().get("form.jsp", with(page)).body();
    String token = form.replaceAll("(?s).*name=\"csrf_token\" value=\"([\\w-]+)\".*", "$1");
    assertThat(client().form("form.jsp", "v=x%C3%A9&csrf_token=" + token, with(page)).body())
        .contains("value=\"x\u00e9\"");
    assertThat(client().form("form.jsp", "v=1", with(page)).status()).isEqualTo(403);
    assertThat(client().form("form.jsp", "v=1", sentFrom("cross-site")).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("J3 N2 requests to Jakarta REST are checked there, and once")
  default void jakartaRest() {
    Reply page = client().get("post");
    String form = "v=x%C3%A9&csrf_token=" + page.body();
    assertThat(client().form("rest/posts", form, with(page)).body()).isEqualTo(form);
    assertThat(client().form("rest/posts", "v=1", with(page)).status()).isEqualTo(403);
    assertThat(client().form("rest/posts", "v=1", sentFrom("cross-site")).status()).isEqualTo(403);
    assertThat(client().form("rest/posts/exempt", "v=1", sentFrom("cross-site")).body())
        .isEqualTo("exempt v=1");
  }

  @Test
  @DisplayName("J3 N2 a browser gets a page, another client a problem, and no cookie is sent")
  default void refusal() {
    Reply page = client().get("post");
    String[] browser = with(page, "Accept", "text/html,*/*;q=0.8", "Sec-Fetch-Site", "cross-site");
    Reply html = client().form("post", "v=1", browser);
    assertThat(html.status()).isEqualTo(403);
    assertThat(html.header("Content-Type")).startsWith("text/html");
    assertThat(html.header("Cache-Control")).contains("no-store");
    assertThat(html.header("Vary")).contains("accept");
    assertThat(html.body()).contains("<h1>Request refused</h1>");
    Reply problem = client().form("post", "v=1", with(page));
    assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
    assertThat(problem.header("Vary")).contains("accept", "cookie");
    assertThat(problem.body().getBytes(UTF_8)).startsWith("{\"type\":".getBytes(UTF_8));
    assertThat(html.setCookies()).isEmpty();
    assertThat(problem.setCookies()).isEmpty();
  }

  @Test
  @DisplayName("J3 the log says at deployment what is checked")
  default void coverage() {
    assertThat(log())
        .contains(
            "session.csrf=token checks requests to Jakarta REST resources, servlets and pages");
  }
}
