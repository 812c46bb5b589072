package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.socket.FeedEndpoint;
import dev.signet.testing.BrowserCookies;
import dev.signet.testing.TestSessions;
import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web applications on one server, with one key and one cookie name. */
@ArquillianTest
@RunAsClient
class AudienceIT {

  private static final String OWN = "session.audience=context root";

  private final BrowserCookies browser = new BrowserCookies();

  @Deployment(name = "shop", testable = false)
  static WebArchive shop() {
    return TestArchives.suite("shop", OWN).addPackage(FeedEndpoint.class.getPackage());
  }

  @Deployment(name = "forum", testable = false)
  static WebArchive forum() {
    return TestArchives.suite("forum", OWN).addPackage(FeedEndpoint.class.getPackage());
  }

  @Deployment(name = "shop-stored", testable = false)
  static WebArchive storedShop() {
    return TestArchives.suite("shop-stored", OWN, "session.store=memory");
  }

  @Deployment(name = "forum-stored", testable = false)
  static WebArchive storedForum() {
    return TestArchives.suite("forum-stored", OWN, "session.store=memory");
  }

  @Deployment(name = "at-root", testable = false)
  static WebArchive atRoot() {
    return TestArchives.suite("at-root", OWN)
        .addAsWebInfResource(
            new StringAsset(
                "<web-ext xmlns='http://websphere.ibm.com/xml/ns/javaee' version='1.0'>"
                    + "<context-root uri='/'/></web-ext>"),
            "ibm-web-ext.xml");
  }

  @Deployment(name = "modules", testable = false)
  static EnterpriseArchive modules() {
    return ShrinkWrap.create(EnterpriseArchive.class, "modules.ear")
        .addAsModule(TestArchives.suite("one", OWN))
        .addAsModule(TestArchives.suite("two", OWN));
  }

  @Deployment(name = "left", testable = false)
  static WebArchive left() {
    return TestArchives.suite("left", "session.audience=both");
  }

  @Deployment(name = "right", testable = false)
  static WebArchive right() {
    return TestArchives.suite("right", "session.audience=both");
  }

  private static URI at(String scheme, String application) {
    String port = System.getProperty("test.http.port");
    String path = application.isEmpty() ? "/" : "/" + application + "/";
    return URI.create("%s://localhost:%s%s".formatted(scheme, port, path));
  }

  private String run(String application, String script) {
    URI uri = at("http", application);
    Reply reply = new Client(uri).script(browser.header(uri), script);
    reply.setCookies().forEach(cookie -> browser.receive(uri, cookie));
    return reply.body();
  }

  @ParameterizedTest
  @CsvSource({
    "shop, forum",
    "shop-stored, forum-stored",
    "one, two",
    "'', shop",
    "'', shop-stored"
  })
  @DisplayName("C14 two applications with one key and one cookie name keep a session each")
  void oneSessionEach(String first, String second) {
    run(first, "put name=Ada");
    assertThat(run(second, "get name")).isEqualTo("null");
    run(second, "put name=Eve");

    assertThat(run(first, "get name")).isEqualTo("Ada");
    assertThat(run(second, "get name")).isEqualTo("Eve");
    run(second, "delete");
    assertThat(run(first, "get name")).isEqualTo("Ada");
    assertThat(run(second, "get name")).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({"shop, forum", "forum, shop", "one, two", "'', shop", "shop, ''", "left, shop"})
  @DisplayName("R4 C14 a token of another application is refused, whatever path it is sent to")
  void foreignToken(String from, String to) {
    String token = new Client(at("http", from)).script("", "put name=Ada").pair();

    assertThat(new Client(at("http", from)).script(token, "get name").body()).isEqualTo("Ada");
    assertThat(new Client(at("http", to)).script(token, "get name;new").body())
        .isEqualTo("null,true");
  }

  @Test
  @DisplayName("C5 C14 the path of the cookie is the context root")
  void path() {
    assertThat(new Client(at("http", "shop")).script("", "put a=1").sessionCookie())
        .contains("; Path=/shop; ");
    assertThat(new Client(at("http", "one")).script("", "put a=1").sessionCookie())
        .contains("; Path=/one; ");
    assertThat(new Client(at("http", "")).script("", "put a=1").sessionCookie())
        .contains("; Path=/; ");
  }

  @Test
  @DisplayName("C14 applications with the same audience share sessions")
  void sharedOnPurpose() {
    run("left", "put name=Ada");
    assertThat(run("right", "get name")).isEqualTo("Ada");
    run("right", "delete");
    assertThat(run("left", "get name")).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "forum"})
  @DisplayName("C14 N1 a WebSocket handshake reads the session of its own application only")
  void handshake(String application) {
    String token = new Client(at("http", "shop")).script("", "put name=Ada").pair();
    try (var socket = new Socket(at("ws", application).resolve("feed?script="), token)) {
      assertThat(socket.ask("get name")).isEqualTo(application.equals("shop") ? "Ada" : "null");
    }
  }

  @Test
  @DisplayName("C14 N4 the test kit makes sessions for an audience")
  void testKit() {
    TestSessions sessions = TestSessions.signedWith(Tokens.SECRET);
    var shop = new Client(at("http", "shop"));

    assertThat(shop.script(sessions.audience("/shop").cookie(Map.of("name", "Ada")), "get name"))
        .extracting(Reply::body)
        .isEqualTo("Ada");
    assertThat(shop.script(sessions.cookie(Map.of("name", "Ada")), "get name").body())
        .isEqualTo("null");
    assertThat(
            new Client(at("http", "right"))
                .script(sessions.audience("both").cookie(Map.of("name", "Ada")), "get name")
                .body())
        .isEqualTo("Ada");
    String set = shop.script("", "put name=Eve").sessionCookie();
    assertThat(sessions.audience("/shop").read(set)).containsEntry("name", "Eve");
    assertThat(sessions.audience("/forum").read(set)).isEmpty();
  }
}
