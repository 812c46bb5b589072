package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.app.SuiteApplication;
import dev.signet.suite.faulty.FirstBean;
import dev.signet.suite.faulty.SecondBean;
import dev.signet.suite.guard.down.BrokenStore;
import dev.signet.suite.parts.PartsApplication;
import dev.signet.suite.streams.EventsAndTextResource;
import dev.signet.testing.TestSessions;
import java.net.URI;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite on Quarkus without servlets, in the profile {@code runtimes}. */
@EnabledIfSystemProperty(named = "quarkus.apps", matches = ".+")
class QuarkusIT extends RestSuite {

  private static final String SHARED =
      "This socket has no session: the server has the same user properties for all handshakes of an"
          + " endpoint, so its session could be that of another client. Read the session in a"
          + " Jakarta REST resource, and pass on what the endpoint needs.";

  private static Quarkus server;

  @BeforeAll
  static void start() {
    server = new Quarkus("quarkus-suite");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  RuntimeServer server() {
    return server;
  }

  /** There is no context root that the log-in page could be below. */
  @Override
  WebArchive guards() {
    return GuardIT.guardsWithLoginPage("/guards/account/login");
  }

  /** Quarkus REST refuses to build resources with an {@code EntityPart}. */
  @Override
  WebArchive forms() {
    return FormsIT.application("forms").deletePackages(true, PartsApplication.class.getPackage());
  }

  @Override
  Map<String, String> differences() {
    return Quarkus.REST_DIFFERENCES;
  }

  @Test
  @DisplayName("W8 W9 a change in a method that sends events throws and is not lost silently")
  void changeInEvents() {
    var client = server.client("suite", TestArchives::suite);
    var changed = client.post("async/sse", "put a=1");
    assertThat(changed.status()).isEqualTo(500);
    assertThat(changed.sessionCookies()).isEmpty();
    assertThat(server.log()).contains("The session can no longer be changed");
    String cookie = client.script("", "put a=1").pair();
    var read = client.post("async/sse", "get a", "Cookie", cookie);
    assertThat(read.body()).isEqualTo("data:told\n\n");
  }

  private static Client streams() {
    return server.client(
        "streams",
        name ->
            server
                .withOwnClasses(TestArchives.suite(name))
                .addPackage(EventsAndTextResource.class.getPackage()));
  }

  @Test
  @DisplayName("W8 W9 a change by a filter before a stream fails the request, and is not lost")
  void changeBeforeEvents() {
    Reply changed = streams().post("async/sse", "get a", "X-Request-Filter", "put a=1");
    assertThat(changed.status()).isEqualTo(500);
    assertThat(changed.sessionCookies()).isEmpty();
    assertThat(server.log()).contains("A filter has changed the session of a request to");
  }

  @Test
  @DisplayName("W1 W8 a method that returns text in a class of streams saves its changes")
  void textAmongStreams() {
    String cookie = streams().post("events/text", "put a=1").pair();
    assertThat(streams().script(cookie, "get a").body()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"multi", "publisher", "rest-multi"})
  @DisplayName("W8 W9 a stream reads the session, and a change in its method throws")
  void changeInStream(String way) {
    String cookie = streams().script("", "put a=1").pair();
    assertThat(streams().get("streams/" + way, "Cookie", cookie).body()).isEqualTo("1");
    Reply changed = streams().post("streams/" + way, "", "Cookie", cookie);
    assertThat(changed.status()).isEqualTo(500);
    assertThat(changed.sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("W8 T6 a stream that does not need the session works while the store is down")
  void storeIsDown() {
    var client =
        server.client("streams-down", name -> TestArchives.suite(name).addClass(BrokenStore.class));
    String cookie =
        TestSessions.signedWith(Tokens.SECRET)
            .keptIn(new dev.signet.suite.store.OwnStore())
            .cookie(Map.of("a", 1));
    assertThat(client.post("async/sse", "", "Cookie", cookie).body()).isEqualTo("data:told\n\n");
    assertThat(client.script(cookie, "get a").status()).isEqualTo(503);
  }

  @Test
  @DisplayName("J3 J4 N2 the log at the start says that resources are checked, without servlets")
  void coverage() {
    var unused = server.client("origin", CsrfContract::application);
    assertThat(server.log())
        .contains("session.csrf=origin checks requests to Jakarta REST resources only");
  }

  @Test
  @DisplayName("N1 N5 no socket gets the session of another one, because handshakes share a map")
  void sharedHandshakes() {
    var client = server.client("in-cookie", WebSocketContract::application);
    var uri = URI.create(client.base().toString().replaceFirst("http", "ws")).resolve("feed");
    try (var first = new Socket(uri, client.script("", "put a=1").pair());
        var second = new Socket(uri, client.script("", "put a=2").pair())) {
      assertThat(first.ask("get a")).isIn("1", SHARED);
      assertThat(second.ask("get a")).isEqualTo(SHARED);
    }
  }

  @Test
  @DisplayName("J4 L2 N2 an application that hides Signet's filters does not start")
  void hiddenFilters() {
    assertThat(server.failedStart("hidden", TestArchives.suite("hidden", "session.csrf=origin")))
        .contains(
            "Signet cannot start because the application has 1 fault:",
            "Jakarta REST has not loaded Signet's filters",
            "Add dev.signet.jaxrs.SignetFeature to its getClasses().");
  }

  @Test
  @DisplayName(
      "C20 L9 faults of options and session beans are in one message, and prevent the start")
  void faults() {
    var faulty =
        TestArchives.library("faulty", "session.max-age=soon", "session.health=true")
            .addClasses(FirstBean.class, SecondBean.class);
    assertThat(server.failedStart("faulty", faulty))
        .contains(
            "Signet cannot start because the application has 4 faults:",
            "  session.secret-key ",
            "  session.max-age ",
            "  session.health is true, and this container cannot add the health check",
            "have the same attribute 'same'");
  }

  @Test
  @DisplayName(
      "L9 an application with session beans that does not name the extension does not start")
  void unnamedExtension() {
    var unnamed =
        TestArchives.library("unnamed", "session.secret-key=" + Tokens.SECRET)
            .addPackage(SuiteApplication.class.getPackage())
            .deleteClass(SuiteApplication.class);
    assertThat(server.failedStartWithoutExtension("unnamed", unnamed))
        .contains(
            "Signet cannot start because the application has 1 fault:",
            "dev.signet.cdi.LiteExtension");
  }

  /** The application of the starter. */
  @Nested
  @DisplayName("J4 an application with the dependency alone")
  class Starter implements StarterContract {

    @Override
    public Client client() {
      return server.starter();
    }
  }
}
