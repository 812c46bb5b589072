package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.csrf.CsrfApplication;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to resources that another site made the browser send. */
interface CsrfContract {

  String FRIEND = "https://friend.example";

  /** Returns a client of the application with a name. */
  Client client(String application);

  /** Returns the log of the server. */
  String log();

  private static String[] sentFrom(String site) {
    return new String[] {"Sec-Fetch-Site", site};
  }

  /** Returns the application with a name, which is the mode of its check, or {@code stored}. */
  static WebArchive application(String name) {
    boolean stored = name.equals("stored");
    return TestArchives.library(
            name,
            "session.secret-key=" + Tokens.SECRET,
            "session.store=" + (stored ? "memory" : "cookie"),
            "session.csrf=" + (stored ? "token" : name),
            "session.csrf.allowed-origins=" + FRIEND)
        .addPackage(CsrfApplication.class.getPackage());
  }

  private static void assertRefused(Reply reply, String remedy) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("Cache-Control")).contains("no-store");
    assertThat(reply.body())
        .startsWith("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,")
        .contains(remedy);
  }

  @Test
  @DisplayName("N2 off accepts every request")
  default void switchedOff() {
    var reply = client("off").form("letters", "text=a", sentFrom("cross-site"));
    assertThat(reply.body()).isEqualTo("sent by nobody: a");
    var token = client("off").get("letters/token");
    assertThat(token.body()).isEmpty();
    assertThat(token.setCookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"origin", "token"})
  @DisplayName("N2 a request of another site is refused with a remedy, and fires an event")
  default void crossSite(String mode) {
    client(mode).get("letters/events");
    assertRefused(
        client(mode).form("letters", "text=a", sentFrom("cross-site")),
        "session.csrf.allowed-origins");
    assertRefused(
        client(mode).form("letters", "text=a", "Origin", "https://evil.example"), "another origin");
    assertThat(client(mode).get("letters/events").body())
        .isEqualTo("[CsrfRejected[failure=FOREIGN_ORIGIN], CsrfRejected[failure=FOREIGN_ORIGIN]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-site", "cross-site"})
  @DisplayName("N2 requests of allowed origins are accepted, those of other origins refused")
  default void allowList(String fetchSite) {
    var client = client("origin");
    String[] friend = {"Sec-Fetch-Site", fetchSite, "Origin", FRIEND};
    String[] other = {"Sec-Fetch-Site", fetchSite, "Origin", "https://other.example"};
    String[] hidden = {"Sec-Fetch-Site", fetchSite, "Origin", "null"};
    assertThat(client.form("letters", "text=a", friend).status()).isEqualTo(200);
    assertThat(client.form("letters", "text=a", other).status()).isEqualTo(403);
    assertThat(client.form("letters", "text=a", hidden).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("N2 without Sec-Fetch-Site the origin must equal the one of the request")
  default void ownOrigin() {
    var client = client("origin");
    String own = client.origin();
    assertThat(client.form("letters", "text=a", "Origin", own).status()).isEqualTo(200);
    for (String other :
        new String[] {client.origin().replace("http:", "https:"), "http://localhost", "null"}) {
      assertThat(client.form("letters", "text=a", "Origin", other).status()).isEqualTo(403);
    }
    assertThat(client.form("letters", "text=a").status()).as("no browser").isEqualTo(200);
  }

  @Test
  @DisplayName("N2 safe methods, unmatched requests and exempt resources are not checked")
  default void notAsked() {
    for (String mode : new String[] {"origin", "token"}) {
      var client = client(mode);
      String[] cross =
          Client.with(
              mode.equals("token") ? client.get("letters").pair() : "", sentFrom("cross-site"));
      assertThat(client.get("letters", cross).status()).isEqualTo(200);
      assertThat(client.form("nowhere", "text=a", cross).status()).isEqualTo(404);
      assertThat(client.form("letters/hook", "text=a", cross).body()).isEqualTo("hooked");
      assertThat(client.form("letters/open-drawer", "", cross).body()).isEqualTo("in the drawer");
      assertThat(client.form("letters/drawer", "", cross).status()).isEqualTo(403);
      assertThat(client.send("PUT", "letters", cross).status()).isEqualTo(403);
      assertThat(client.send("DELETE", "letters", cross).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PURGE"})
  @DisplayName("N2 every method but GET, HEAD, OPTIONS and TRACE is checked")
  default void everyOtherMethodIsChecked(String method) {
    for (String mode : new String[] {"origin", "token"}) {
      var client = client(mode);
      assertThat(client.send(method, "letters", sentFrom("cross-site")).status()).isEqualTo(403);
      assertThat(client.send(method, "letters", sentFrom("same-origin")).status()).isEqualTo(200);
    }
    var client = client("token");
    var page = client.get("letters/token");
    assertThat(client.send(method, "letters", Client.with(page.pair())).status()).isEqualTo(403);
    String[] token = Client.with(page.pair(), "X-CSRF-Token", page.body());
    assertThat(client.send(method, "letters", token).status()).isEqualTo(200);
    String[] override = {"X-HTTP-Method-Override", method, "Sec-Fetch-Site", "cross-site"};
    assertThat(client.get("letters", override).status()).as("a method override").isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  @DisplayName("N2 safe methods are not checked")
  default void safeMethodsAreNotChecked(String method) {
    for (String mode : new String[] {"origin", "token"}) {
      assertThat(client(mode).send(method, "letters", sentFrom("cross-site")).status())
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("N2 the check runs at priority 500, before authentication")
  default void priority() {
    var client = client("origin");
    assertThat(client.form("letters", "text=a", sentFrom("same-origin")).header("X-Reached"))
        .isEqualTo("before after");
    assertThat(client.form("letters", "text=a", sentFrom("cross-site")).header("X-Reached"))
        .isEqualTo("before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "stored"})
  @DisplayName("N2 a refused request saves nothing that was changed before the check")
  default void refusedRequestSavesNothing(String mode) {
    var client = client(mode);
    var page = client.get("letters/token");
    for (String path :
        new String[] {"letters/marked-drawer", "letters/deleting-drawer", "letters/drawer"}) {
      for (String[] headers :
          new String[][] {
            sentFrom("cross-site"), sentFrom("same-origin"), {"X-CSRF-Token", "A".repeat(43)}
          }) {
        var all = new ArrayList<>(List.of("Cookie", page.pair(), "X-Mark", "by a filter"));
        all.addAll(List.of(headers));
        Reply refused = client.form(path, "", all.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.setCookies()).isEmpty();
        assertThat(refused.header("Vary")).contains("cookie");
        assertThat(client.get("letters/mark", Client.with(page.pair())).body())
            .isEqualTo("true no mark");
      }
    }
    Reply withoutSession =
        client.form("letters/marked-drawer", "", "X-Mark", "a", "Sec-Fetch-Site", "cross-site");
    assertThat(withoutSession.status()).isEqualTo(403);
    assertThat(withoutSession.setCookies()).isEmpty();
    String[] accepted = Client.with(page.pair(), "X-CSRF-Token", page.body());
    Reply marked = client.form("letters/marked-drawer", "", accepted);
    assertThat(client.get("letters/mark", Client.with(marked.pair())).body())
        .isEqualTo("true by the locator");
  }

  @Test
  @DisplayName("N2 an exemption is inherited by subclasses, not from interfaces and locators")
  default void inheritedExemption() {
    var client = client("origin");
    assertThat(client.form("letters/deeper-drawer", "", sentFrom("cross-site")).status())
        .isEqualTo(200);
    assertThat(client.form("letters/exempt-locator", "", sentFrom("cross-site")).status())
        .isEqualTo(403);
    assertThat(client.form("api", "", sentFrom("cross-site")).status()).isEqualTo(403);
    assertThat(client.form("api", "", sentFrom("same-origin")).body()).isEqualTo("hooked");
  }

  @Test
  @DisplayName("N2 a browser gets a readable page that repeats nothing of the request")
  default void page() {
    String[] browser = {"Sec-Fetch-Site", "cross-site", "Accept", "text/html,*/*;q=0.8"};
    Reply page = client("origin").form("letters", "text=<b>echo</b>", browser);
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Vary")).contains("accept");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.body())
        .startsWith("<!DOCTYPE html>")
        .contains("Your browser sent this request from a page of another site.")
        .doesNotContain("echo");
  }

  @Test
  @DisplayName("N2 the log says at deployment that nothing is checked if session.csrf is off")
  default void coverageIsLogged() {
    assertThat(log())
        .contains("session.csrf is off: requests that other sites", "session.csrf=origin checks");
  }

  @Test
  @DisplayName("N2 the origin check does not touch the session")
  default void untouched() {
    var reply = client("origin").send("PUT", "letters", sentFrom("same-origin"));
    assertThat(reply.body()).isEqualTo("put");
    assertThat(reply.header("Vary")).isEmpty();
    assertThat(client("origin").get("letters").setCookies()).isEmpty();
  }

  @Test
  @DisplayName("N2 requests with a session need its token in the form or in the header")
  default void tokenOfTheSession() {
    var client = client("token");
    var page = client.get("letters/token");
    String[] session = Client.with(page.pair(), sentFrom("same-origin"));
    String form = "text=a%26b&csrf_token=" + page.body();

    assertThat(client.form("letters", form, session).body()).isEqualTo("sent by nobody: a&b");
    assertThat(client.form("letters/raw", form, session).body())
        .as("as it was sent")
        .isEqualTo("bytes: " + form.length());
    assertRefused(client.form("letters", "text=a", session), "an injected CsrfToken");
    assertRefused(client.form("letters", "csrf_token=" + "A".repeat(43), session), "renew()");
    assertRefused(client.json("letters/raw", "{\"csrf_token\":\"x\"}", session), "X-CSRF-Token");

    String[] header = {"Cookie", page.pair(), "X-CSRF-Token", page.body()};
    assertThat(client.json("letters/raw", "{}", header).body()).isEqualTo("bytes: 2");
    assertThat(client.send("DELETE", "letters", header).body()).isEqualTo("deleted");
    String[] wrong = {"Cookie", page.pair(), "X-CSRF-Token", "x"};
    assertRefused(client.form("letters", form, wrong), "log-in");
  }

  @Test
  @DisplayName("N2 a form reaches the resource with all its fields, apart from URL parameters")
  default void fieldsOfTheAddress() {
    var client = client("token");
    var page = client.get("letters/token");
    String[] session = Client.with(page.pair());
    String form = "text=a&text=b&id=5&csrf_token=" + page.body();
    assertThat(client.form("letters/fields?text=a&id=5", form, session).body())
        .isEqualTo("id=[5] text=[a, b]");
    assertRefused(
        client.form("letters/fields?csrf_token=" + page.body(), "text=a", session), "CsrfToken");
    assertThat(client.put("letters/fields", form, session).body()).isEqualTo("id=[5] text=[a, b]");
    assertThat(client.latin("letters/fields", "text=%E9&csrf_token=" + page.body(), session).body())
        .isEqualTo("text=[\u00e9]");
    assertRefused(client.form("letters/fields", "text=%zz", session), "CsrfToken");
  }

  @Test
  @DisplayName("N2 a long form reaches the resource completely")
  default void longForm() {
    var client = client("token");
    var page = client.get("letters/token");
    String[] session = Client.with(page.pair());
    String early = "csrf_token=" + page.body() + "&text=" + "x".repeat(200_000);

    assertThat(client.form("letters", early, session).body()).hasSize(200_000 + 16);
  }

  @Test
  @DisplayName("N2 tokens differ between pages and are valid, and those of other sessions are not")
  default void tokensOfASession() {
    var client = client("token");
    var page = client.get("letters/token");
    String[] session = Client.with(page.pair());
    var again = client.get("letters/token", session);
    assertThat(again.body()).isNotEqualTo(page.body());
    assertThat(again.setCookies()).isEmpty();
    for (String token : new String[] {page.body(), again.body()}) {
      assertThat(client.form("letters", "csrf_token=" + token, session).status()).isEqualTo(200);
    }
    String stranger = client.get("letters/token").body();
    assertThat(client.form("letters", "csrf_token=" + stranger, session).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("N2 a log-in ends earlier tokens, and a log-in without a session needs none")
  default void login() {
    var client = client("token");
    var page = client.get("letters/token");
    String before = "csrf_token=" + page.body();
    var login = client.form("letters/login", before, Client.with(page.pair()));
    String[] session = Client.with(login.pair());

    assertThat(client.form("letters", before, session).status()).isEqualTo(403);
    String after = "text=a&csrf_token=" + login.body();
    assertThat(client.form("letters", after, session).body()).isEqualTo("sent by Ada: a");
    assertThat(client.form("letters/login", "").status()).isEqualTo(200);
    assertThat(client.form("letters/login", "", "Cookie", "session=forged").status())
        .isEqualTo(200);
  }
}
