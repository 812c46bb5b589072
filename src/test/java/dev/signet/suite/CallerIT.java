package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.app.HeadersResource;
import dev.signet.suite.app.Script;
import dev.signet.suite.app.ScriptResource;
import dev.signet.suite.caller.own.FrontServlet;
import dev.signet.suite.guard.GuardApplication;
import dev.signet.suite.guard.down.BrokenStore;
import dev.signet.suite.store.OwnStore;
import dev.signet.testing.TestSessions;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code session.caller=auto} on an Open Liberty with Jakarta Security and EJBs. */
class CallerIT {

  /** The user registry knows the caller, so that the server could accept tokens of its own. */
  private static final String ELEMENTS =
      """
      <ltpa keysPassword="only-for-tests" />
      <basicRegistry realm="defaultRealm">
        <user name="ada" password="only-for-tests" />
      </basicRegistry>
      """;

  private static SecondServer server;

  @BeforeAll
  static void start() {
    server =
        new SecondServer(
            "signet-caller",
            List.of(
                CallerContract.application("caller", "session.logins=memory")
                    .addClasses(Script.class, ScriptResource.class, HeadersResource.class),
                CallerContract.application("caller-down").addClass(BrokenStore.class),
                guards(),
                front()),
            ELEMENTS,
            "appSecurity-5.0",
            "enterpriseBeansLite-4.0",
            "websocket-2.1",
            "servlet-6.0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static WebArchive guards() {
    return TestArchives.library(
            "guards",
            "session.caller=auto",
            "session.login-page=/account/login",
            "session.logins=memory",
            "session.secret-key=" + Tokens.SECRET)
        .addPackage(GuardApplication.class.getPackage());
  }

  private static WebArchive front() {
    return TestArchives.library(
            "front", "session.caller=auto", "session.secret-key=" + Tokens.SECRET)
        .addClass(FrontServlet.class)
        .addAsWebResource(new StringAsset("text"), "file.txt");
  }

  /** The caller everywhere. */
  @Nested
  @DisplayName("the caller everywhere")
  class Everywhere implements CallerContract {

    @Override
    public Client client() {
      return server.client("caller");
    }
  }

  /** Guards of Jakarta REST with the mechanism. */
  @Nested
  @DisplayName("guards of Jakarta REST")
  class Guards implements GuardContract {

    @Override
    public Client client() {
      return server.client("guards");
    }

    @Override
    public String root() {
      return "/guards";
    }

    /** The server has to know the caller before it knows that nothing will ask. */
    @Override
    @ParameterizedTest
    @ValueSource(strings = {"account/plain", "guarded/open", "guarded/permitted", "child/open"})
    @DisplayName("L2 H1 an open resource leaves the session alone if there is no cookie")
    public void untouched(String path) {
      assertThat(client().get(path).header("Vary")).isEmpty();
      var reply = client().get(path, "Cookie", "session=bad");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Vary")).isEqualTo("cookie");
      assertThat(reply.setCookies()).isEmpty();
    }

    @Override
    @ParameterizedTest
    @ValueSource(strings = {"guarded/denied", "class/denied"})
    @DisplayName("L2 @DenyAll refuses every request")
    public void denied(String path) {
      assertThat(client().get(path).status()).isEqualTo(403);
      assertThat(client().get(path).header("Vary")).isEqualTo("accept");
      assertThat(client().get(path, "Cookie", "session=bad").status()).isEqualTo(403);
    }
  }

  /** Log-ins with the mechanism. */
  @Nested
  @DisplayName("log-ins")
  class LogIns implements LoginContract {

    @Override
    public Client client() {
      return server.client("caller/rest");
    }
  }

  @Test
  @DisplayName("L2 T6 a store that is down gives 503 if the caller is needed, and never 401 or 403")
  void storeIsDown() {
    Client client = server.client("caller-down");
    String cookie =
        TestSessions.signedWith(Tokens.SECRET).keptIn(new OwnStore()).cookie(Map.of("a", 1));
    for (String path : List.of("staff", "any/who", "who", "rest/staff", "rest/ledger", "plain")) {
      Reply refused = client.get(path, Client.with(cookie, "Accept", CallerContract.HTML));
      assertThat(refused.status()).as(path).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.header("Vary")).contains("cookie");
      assertThat(refused.setCookies()).isEmpty();
    }
    assertThat(client.get("file.txt", Client.with(cookie)).status()).isEqualTo(200);
    assertThat(client.get("plain").status()).isEqualTo(200);
    assertThat(client.get("staff").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("L2 L3 a token of Open Liberty's own is no log-in")
  void ltpaToken() {
    Client client = server.client("caller");
    String token =
        client.form("account/login-now", "name=ada").setCookies().stream()
            .filter(cookie -> cookie.startsWith("LtpaToken2="))
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .findFirst()
            .orElseThrow();
    assertThat(client.get("staff", "Cookie", token).status()).isEqualTo(401);
    assertThat(client.get("any/who", "Cookie", token).status()).isEqualTo(401);
    assertThat(client.get("rest/staff", "Cookie", token).status()).isEqualTo(401);
    assertThat(client.get("who", "Cookie", token).body())
        .isEqualTo("nobody staff=false " + CallerContract.ANONYMOUS);
    assertThat(client.get("rest/who", "Cookie", token).body()).isEqualTo(CallerContract.ANONYMOUS);
  }

  @Test
  @DisplayName(
      "L2 a servlet of the application that serves all paths sees the caller, files or not")
  void servletForAllPaths() {
    String cookie = server.client("caller").form("account/login", "name=ada").pair();
    for (String path : List.of("", "file.txt", "other")) {
      assertThat(server.client("front").get(path, Client.with(cookie)).body())
          .as(path)
          .isEqualTo("ada");
    }
  }

  @Test
  @DisplayName("L2 the log at deployment says what guards what")
  void log() {
    assertThat(server.log())
        .contains(
            "session.caller=auto: Signet enforces @RolesAllowed",
            "The server enforces the constraints of servlets and the annotations of EJBs with the"
                + " same caller, through Jakarta Security")
        .doesNotContain("did not call Signet's mechanism", "WELD-000411");
  }
}
