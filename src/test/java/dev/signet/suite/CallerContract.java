package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.caller.CallerApplication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller of the session in everything that the server guards. */
interface CallerContract {

  String ANONYMOUS = "nobody nobody staff=false admin=false bean=nobody denied";
  String STAFF = "ada ada staff=true admin=false bean=ada read";
  String ADMIN = "ada ada staff=false admin=true bean=ada denied";

  String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>admin</web-resource-name>
            <url-pattern>/admin/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>admin</role-name></auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>any</web-resource-name>
            <url-pattern>/any/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>**</role-name></auth-constraint>
        </security-constraint>
        %s
        <security-role><role-name>admin</role-name></security-role>
        <security-role><role-name>staff</role-name></security-role>
      </web-app>
      """;

  /** Returns an application with every kind of guard. */
  static WebArchive application(String name, String... settings) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "session.caller=auto",
                    "session.login-page=/account/login",
                    "session.csrf=origin",
                    "session.secret-key=" + Tokens.SECRET),
                Arrays.stream(settings))
            .toArray(String[]::new);
    return TestArchives.library(name, all)
        .addPackage(CallerApplication.class.getPackage())
        .addAsWebResource(new StringAsset("text"), "file.txt")
        .addAsWebResource(new StringAsset("secret"), "any/file.txt")
        .setWebXML(new StringAsset(WEB_XML.formatted("")));
  }

  Client client();

  private String as(String role) {
    return client().form("account/login", "name=ada&role=" + role).pair();
  }

  private Reply get(String path, String cookie, String... headers) {
    return client().get(path, Client.with(cookie, headers));
  }

  @Test
  @DisplayName("L2 servlets, beans, EJBs and resources see the caller of the session, or none")
  default void everywhere() {
    assertThat(get("who", "").body()).isEqualTo("nobody staff=false " + ANONYMOUS);
    assertThat(get("rest/who", "").body()).isEqualTo(ANONYMOUS);
    String staff = as("staff");
    assertThat(get("who", staff).body()).isEqualTo("ada staff=true " + STAFF);
    assertThat(get("rest/who", staff).body()).isEqualTo(STAFF);
    assertThat(get("rest/staff", staff).body()).isEqualTo(STAFF);
    String noCaller = client().post("account/count", "").pair();
    assertThat(get("who", noCaller).body()).isEqualTo("nobody staff=false " + ANONYMOUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff", "admin/who", "any/who", "any/file.txt"})
  @DisplayName("L2 a servlet constraint without a caller gives 401, and Vary is right")
  default void unauthorized(String path) {
    for (String cookie : List.of("", "session=bad", client().post("account/count", "").pair())) {
      Reply refused = get(path, cookie);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).isEqualTo("cookie cookie-name=session");
      assertThat(refused.header("Vary")).contains("cookie", "accept");
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(refused.header("Cache-Control")).contains("no-store");
      assertThat(refused.body()).contains("\"status\":401");
      assertThat(refused.setCookies()).isEmpty();
    }
    Reply page = client().form(path, "a=1", "Accept", HTML);
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body()).contains("<h1>Please log in</h1>");
    assertThat(page.setCookies()).isEmpty();
  }

  @Test
  @DisplayName("L2 a servlet constraint accepts the role and refuses another with 403")
  default void roles() {
    String staff = as("staff");
    Reply accepted = get("staff", staff);
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.header("Vary")).isEqualTo("cookie");
    assertThat(get("any/who", as("guest")).status()).isEqualTo(200);
    for (String path : List.of("staff", "admin/who")) {
      Reply refused = get(path, as("guest"), "Accept", HTML);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.setCookies()).isEmpty();
    }
    assertThat(get("admin/who", as("admin")).body()).isEqualTo("ada staff=false " + ADMIN);
  }

  @Test
  @DisplayName("L2 a refused role has Vary: Cookie")
  default void varyOfRefusedRole() {
    assertThat(get("staff", as("guest")).header("Vary")).contains("cookie");
  }

  @Test
  @DisplayName("L2 a constraint sends a browser to the log-in page, and it comes back")
  default void loginPage() {
    String asked = "staff?page=2&q=a%20b";
    String root = client().base().getRawPath();
    for (String[] browser :
        new String[][] {{"Accept", HTML}, {"Sec-Fetch-Mode", "navigate", "Accept", "*/*"}}) {
      Reply sent = client().get(asked, browser);
      assertThat(sent.status()).isEqualTo(303);
      assertThat(sent.header("Location")).endsWith(root + "account/login");
      assertThat(sent.header("Vary")).contains("cookie", "accept", "sec-fetch-mode");
      assertThat(sent.header("Cache-Control")).contains("no-store");
      assertThat(sent.setCookies()).hasSize(1);
      String cookie = sent.pair();
      Reply login = client().form("account/login", "name=ada&role=staff", Client.with(cookie));
      assertThat(login.header("Location")).endsWith(root + asked);
      assertThat(get(asked, login.pair()).status()).isEqualTo(200);
    }
    assertThat(client().get(asked, "Sec-Fetch-Mode", "cors", "Accept", HTML).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any//evil.example",
        "any/\\evil.example",
        "any/who?//evil.example",
        "any/%5Cevil"
      })
  @DisplayName("L2 the way back from the log-in page never leads to another server")
  default void openRedirect(String path) {
    String root = client().base().getRawPath();
    String sent =
        client()
            .raw(
                "GET " + root + path + " HTTP/1.1\r\nAccept: text/html",
                StandardCharsets.ISO_8859_1);
    String cookie =
        sent.lines()
            .filter(line -> line.startsWith("Set-Cookie: session="))
            .map(line -> line.substring("Set-Cookie: ".length(), line.indexOf(';')))
            .findFirst()
            .orElse("");
    Reply login = client().form("account/login", "name=ada", Client.with(cookie));
    URI back =
        client().base().resolve(login.response().headers().firstValue("Location").orElse(""));
    assertThat(back.toString()).startsWith(client().origin() + root);
  }

  @Test
  @DisplayName("L2 H1 H3 without a cookie, and for files, the session is left alone")
  default void untouched() {
    for (String path : List.of("plain", "file.txt")) {
      Reply reply = get(path, "");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Vary")).isEmpty();
      assertThat(reply.setCookies()).isEmpty();
    }
    Reply file = get("file.txt", as("staff"));
    assertThat(file.body()).isEqualTo("text");
    assertThat(file.header("Vary")).isEmpty();
    assertThat(get("any/file.txt", as("guest")).body()).isEqualTo("secret");
    assertThat(get("plain", as("staff")).header("Vary")).isEqualTo("cookie");
  }

  @Test
  @DisplayName("L2 no cookie but the session's is set or accepted")
  default void noOtherCookie() {
    String staff = as("staff");
    for (String path : List.of("who", "staff", "any/who", "rest/who", "rest/staff", "plain")) {
      assertThat(get(path, staff).setCookies()).as(path).isEmpty();
      assertThat(get(path, "").setCookies()).as(path).isEmpty();
    }
    assertThat(client().form("account/login", "name=ada&role=staff").setCookies()).hasSize(1);
  }

  @Test
  @DisplayName("L2 L3 a log-out takes effect in the next request, and ends copies of the cookie")
  default void logOut() {
    for (String path : List.of("account/logout", "account/logout-request", "rest/logout")) {
      String cookie = as("staff");
      assertThat(get("staff", cookie).status()).isEqualTo(200);
      Reply out = client().post(path, "", Client.with(cookie));
      assertThat(out.sessionCookie()).contains("Max-Age=0");
      assertThat(get("staff", cookie).status()).as(path).isEqualTo(401);
      assertThat(get("who", cookie).body()).isEqualTo("nobody staff=false " + ANONYMOUS);
      assertThat(get("rest/staff", cookie).status()).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("L2 a log-out takes effect in the SecurityContext of the same request")
  default void logOutInRequest() {
    assertThat(client().post("rest/logout", "", Client.with(as("staff"))).body())
        .isEqualTo("null false");
  }

  @Test
  @DisplayName("L2 another log-in of the same user has its own roles")
  default void rolesAreNotStale() {
    String staff = as("staff");
    assertThat(get("staff", staff).status()).isEqualTo(200);
    Reply again = client().form("account/login", "name=ada&role=admin", Client.with(staff));
    String admin = again.pair();
    assertThat(get("who", admin).body()).isEqualTo("ada staff=false " + ADMIN);
    assertThat(get("staff", admin).status()).isEqualTo(403);
    assertThat(get("admin/who", admin).status()).isEqualTo(200);
    assertThat(get("who", as("staff")).body()).isEqualTo("ada staff=true " + STAFF);
  }

  @Test
  @DisplayName("L2 a forged cookie is no caller")
  default void forgedCookie() {
    String cookie = as("staff");
    int last = cookie.length() - 1;
    String forged = cookie.substring(0, last - 5) + "AAAAA" + cookie.charAt(last);
    assertThat(get("staff", forged).status()).isEqualTo(401);
    assertThat(get("who", forged).body()).startsWith("nobody");
  }

  @Test
  @DisplayName("L2 W1 L8 N2 changes, flash values and CSRF protection work behind a constraint")
  default void changes() {
    String cookie = as("staff");
    Reply counted = client().post("staff", "", Client.with(cookie));
    assertThat(counted.body()).isEqualTo("staff 1 counted");
    assertThat(counted.setCookies()).hasSize(1);
    assertThat(get("staff", counted.pair()).body()).isEqualTo("staff 1 null");
    Reply foreign = client().post("staff", "", Client.with(cookie, "Sec-Fetch-Site", "cross-site"));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.setCookies()).isEmpty();
  }

  @Test
  @DisplayName("L2 a servlet that calls authenticate() gets the caller, or sends the refusal")
  default void authenticate() {
    assertThat(get("account/authenticate", as("staff")).body()).isEqualTo("ada");
    assertThat(get("account/authenticate", "").status()).isEqualTo(401);
    Reply sent = get("account/authenticate?a=1", "", "Accept", HTML);
    assertThat(sent.status()).isEqualTo(303);
    String root = client().base().getRawPath();
    Reply login = client().form("account/login", "name=ada", Client.with(sent.pair()));
    assertThat(login.header("Location")).endsWith(root + "account/authenticate?a=1");
  }

  @Test
  @DisplayName("L2 after logIn, authenticate() makes the server see the caller at once")
  default void authenticateAfterLogIn() {
    assertThat(client().form("account/login-now", "name=ada").body()).isEqualTo("true " + STAFF);
  }

  @Test
  @DisplayName("L2 a WebSocket endpoint sees the caller of the handshake")
  default void webSocket() {
    URI uri = URI.create(client().base().toString().replaceFirst("http", "ws") + "socket");
    try (var socket = new Socket(uri, as("staff"))) {
      assertThat(socket.ask("who")).isEqualTo("ada");
    }
    try (var socket = new Socket(uri, "")) {
      assertThat(socket.ask("who")).isEqualTo("nobody");
    }
  }
}
