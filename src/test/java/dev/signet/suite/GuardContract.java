package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.LogIn;
import dev.signet.testing.TestSessions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards of Jakarta REST resources, with {@code session.login-page=/account/login}. */
interface GuardContract {

  String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  Client client();

  /** Returns the path of the context root, empty for the root of the server. */
  String root();

  private String as(String role) {
    return client().form("account/login", "name=ada&role=" + role).pair();
  }

  private int status(String path, String cookie) {
    return client().get(path, Client.with(cookie)).status();
  }

  @Test
  @DisplayName("L2 the SecurityContext has the caller, and Vary is right")
  default void securityContext() {
    var anonymous = client().get("account/who");
    assertThat(anonymous.body()).isEqualTo("nobody");
    assertThat(anonymous.header("Vary")).isEqualTo("cookie");
    var staff = client().get("account/who", Client.with(as("staff")));
    assertThat(staff.body()).isEqualTo("ada true false SESSION");
    assertThat(staff.header("Vary")).isEqualTo("cookie");
    assertThat(staff.setCookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"account/plain", "guarded/open", "guarded/permitted", "child/open"})
  @DisplayName("L2 H1 H3 a resource that is open and does not ask leaves the session alone")
  default void untouched(String path) {
    for (String cookie : new String[] {"", as("staff"), "session=bad"}) {
      var reply = client().get(path, Client.with(cookie));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Vary")).isEmpty();
      assertThat(reply.setCookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guarded/staff",
        "class/staff",
        "child/inherited",
        "child/overridden",
        "department/guarded",
        "department/guarded/permitted",
        "department/object",
        "department/open/staff"
      })
  @DisplayName("L2 a guard on a method, class, superclass or locator needs a caller with the role")
  default void guards(String path) {
    var anonymous = client().get(path);
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.header("Vary")).contains("cookie", "accept");
    assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("cookie cookie-name=session");
    assertThat(anonymous.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(anonymous.body()).contains("\"status\":401");
    var wrong = client().get(path, Client.with(as("guest")));
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.header("Vary")).contains("cookie");
    assertThat(wrong.body()).contains("\"status\":403");
    var right = client().get(path, Client.with(as("staff")));
    assertThat(right.status()).isEqualTo(200);
    assertThat(right.header("Vary")).isEqualTo("cookie");
  }

  @Test
  @DisplayName("L2 a guard on a generic method of an interface applies")
  default void genericInterface() {
    assertThat(client().post("child/generic", "a").status()).isEqualTo(401);
    assertThat(client().post("child/generic", "a", Client.with(as("guest"))).status())
        .isEqualTo(403);
    assertThat(client().post("child/generic", "a", Client.with(as("staff"))).body())
        .isEqualTo("written");
  }

  @Test
  @DisplayName("L2 an annotation of a method precedes that of its class")
  default void methodPrecedesClass() {
    assertThat(status("class/permitted", "")).isEqualTo(200);
    assertThat(status("class/admin", as("staff"))).isEqualTo(403);
    assertThat(status("class/admin", as("admin"))).isEqualTo(200);
    assertThat(status("department/open", "")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"department/object;a=b", "department;a=b/guarded", "department/guarded;x=/open"})
  @DisplayName("L2 matrix parameters in the path do not lead past the guard of a locator")
  default void matrixParameters(String path) {
    assertThat(status(path, "")).isIn(401, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"guarded/denied", "class/denied"})
  @DisplayName("L2 @DenyAll refuses every request, and does not use the session")
  default void denied(String path) {
    for (String cookie : new String[] {"", as("staff")}) {
      var reply = client().get(path, Client.with(cookie, "Accept", HTML));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.header("Vary")).isEqualTo("accept");
      assertThat(reply.header("Content-Type")).startsWith("text/html");
    }
  }

  @Test
  @DisplayName("L2 a log-out takes effect in the next request")
  default void logOut() {
    var out = client().form("account/logout", "", Client.with(as("staff")));
    assertThat(out.sessionCookie()).contains("Max-Age=0");
    assertThat(status("guarded/staff", "")).isEqualTo(401);
  }

  @Test
  @DisplayName("L2 a browser that asks for a page goes to the log-in page, and back afterwards")
  default void loginPage() {
    String asked = "guarded/staff?page=2&q=a%20b";
    for (String[] browser :
        new String[][] {
          {"Accept", HTML},
          {"Sec-Fetch-Mode", "navigate"},
          {"Sec-Fetch-Mode", "navigate", "Accept", "*/*"}
        }) {
      var sent = client().get(asked, browser);
      assertThat(sent.status()).isEqualTo(303);
      assertThat(sent.header("Location")).endsWith(root() + "/account/login");
      assertThat(sent.header("Vary")).contains("cookie", "accept", "sec-fetch-mode");
      assertThat(sent.header("Cache-Control")).contains("no-store");
      String cookie = sent.pair();
      assertThat(client().get(asked, Client.with(cookie, browser)).setCookies())
          .as("the page is kept already")
          .isEmpty();
      var login = client().form("account/login", "name=ada&role=staff", Client.with(cookie));
      assertThat(login.status()).isEqualTo(303);
      assertThat(login.response().headers().firstValue("Location").orElse(""))
          .endsWith(root() + "/guarded/staff?page=2&q=a%20b");
      assertThat(status(asked, login.pair())).isEqualTo(200);
      var again = client().form("account/login", "name=ada&role=staff", Client.with(login.pair()));
      assertThat(again.header("Location")).as("only once").endsWith("/home");
    }
  }

  @Test
  @DisplayName("L2 scripts, other methods and callers without the role are not redirected")
  default void notRedirected() {
    assertThat(client().get("guarded/staff", "Sec-Fetch-Mode", "cors", "Accept", HTML).status())
        .isEqualTo(401);
    assertThat(client().get("guarded/staff", "Accept", "application/json").status()).isEqualTo(401);
    var post = client().form("guarded/staff", "a=1", "Accept", HTML);
    assertThat(post.status()).isEqualTo(401);
    assertThat(post.setCookies()).isEmpty();
    assertThat(post.body()).contains("<h1>Please log in</h1>");
    assertThat(client().get("guarded/staff", Client.with(as("guest"), "Accept", HTML)).body())
        .contains("<h1>Not allowed</h1>");
  }

  @Test
  @DisplayName("L2 a forged cookie is no caller")
  default void forgedCookie() {
    String cookie = as("staff");
    int last = cookie.length() - 1;
    String forged = cookie.substring(0, last - 5) + "AAAAA" + cookie.charAt(last);
    assertThat(status("guarded/staff", forged)).isEqualTo(401);
  }

  /** Returns the cookie of a log-in some time ago. */
  private static String loggedIn(Duration ago) {
    return TestSessions.signedWith(Tokens.SECRET)
        .loggedIn(LogIn.of("ada").roles("staff"))
        .aged(ago)
        .cookie(Map.of());
  }

  @Test
  @DisplayName("L6 @RecentLogIn accepts a recent proof, and challenges an older one (RFC 9470)")
  default void recentLogIn() {
    assertThat(client().get("settings").status()).as("no caller").isEqualTo(401);
    assertThat(client().get("settings", Client.with(as("guest"))).body()).isEqualTo("settings");
    assertThat(status("settings", loggedIn(Duration.ofMinutes(4)))).isEqualTo(200);
    String old = loggedIn(Duration.ofMinutes(6));
    var challenged = client().get("settings", Client.with(old));
    assertThat(challenged.status()).isEqualTo(401);
    assertThat(challenged.header("WWW-Authenticate"))
        .startsWith("bearer error=\"insufficient_user_authentication\"")
        .contains("max_age=\"300\"");
    assertThat(challenged.header("Vary")).contains("cookie");
    assertThat(client().form("settings/email", "a=1", Client.with(old)).status()).isEqualTo(401);
    assertThat(status("settings/hour", old)).as("the method precedes the class").isEqualTo(200);
    assertThat(client().form("settings/email", "a=1", Client.with(as("guest"))).status())
        .as("the role is checked too")
        .isEqualTo(403);
  }

  @Test
  @DisplayName("L6 confirm() lets the caller in again; a browser comes back from the log-in page")
  default void confirm() {
    String old = loggedIn(Duration.ofMinutes(6));
    var sent = client().get("settings?tab=2", Client.with(old, "Accept", HTML));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.header("Location")).endsWith(root() + "/account/login");
    var confirmed = client().form("account/confirm", "", Client.with(sent.pair()));
    assertThat(confirmed.body()).endsWith("/settings?tab=2");
    assertThat(status("settings", confirmed.pair())).isEqualTo(200);
  }

  @Test
  @DisplayName("L6 a duration that cannot be read keeps the resource closed")
  default void unreadableDuration() {
    assertThat(status("settings/broken", as("staff"))).isEqualTo(500);
  }

  @Test
  @DisplayName("L3 a copy of the cookie is worthless after the log-out, over HTTP")
  default void copyOfTheCookie() {
    String cookie = as("staff");
    assertThat(status("guarded/staff", cookie)).isEqualTo(200);
    String rewritten = client().form("account/confirm", "", Client.with(cookie)).pair();
    client().form("account/logout", "", Client.with(cookie));
    assertThat(status("guarded/staff", cookie)).isEqualTo(401);
    assertThat(status("guarded/staff", rewritten)).isEqualTo(401);
  }

  @Test
  @DisplayName("L4 a user lists their devices and ends the others, over HTTP")
  default void devices() {
    String fields = "name=eve&role=staff";
    String phone = client().form("account/login", fields, "User-Agent", "phone").pair();
    String desk = client().form("account/login", fields, "User-Agent", "desk").pair();
    assertThat(client().get("account/devices", Client.with(desk)).body())
        .contains("phone", "desk (this one)");
    client().form("account/end-others", "", Client.with(desk));
    assertThat(client().get("account/devices", Client.with(desk)).body())
        .isEqualTo("desk (this one)");
    assertThat(status("guarded/staff", phone)).isEqualTo(401);
    assertThat(status("guarded/staff", desk)).isEqualTo(200);
  }
}
