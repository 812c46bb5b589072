package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.kit.KitResource;
import dev.signet.testing.BrowserCookies;
import dev.signet.testing.MutableClock;
import dev.signet.testing.TestSessions;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The kit for tests, used on an application on Open Liberty as anybody would use it. */
@ArquillianTest
@RunAsClient
class KitIT {

  @ArquillianResource URL url;

  private final TestSessions sessions = TestSessions.signedWith(Tokens.SECRET);
  private final MutableClock browserTime = new MutableClock();
  private final BrowserCookies cookies = new BrowserCookies(browserTime);
  private final Client browser = ClientBuilder.newClient().register(cookies);
  private WebTarget kit = browser.target("http://localhost");

  @Deployment
  static WebArchive kit() {
    return TestArchives.library(
            "kit", "session.secret-key=" + Tokens.SECRET, "session.path=/kit/kit")
        .addPackage(KitResource.class.getPackage());
  }

  @BeforeEach
  void connect() {
    kit = browser.target(url.toString()).path("kit");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private String me() {
    return kit.path("me").request().get(String.class);
  }

  private String post(String path, String text) {
    try (Response response = kit.path(path).request().post(Entity.text(text))) {
      assertThat(response.getStatus()).isBetween(200, 204);
      return response.readEntity(String.class);
    }
  }

  /** Lets time pass for the application, and afterwards back. */
  private void whenDaysHavePassed(int days, Runnable then) {
    post("days", "" + days);
    try {
      then.run();
    } finally {
      post("days", "-" + days);
    }
  }

  @Test
  @DisplayName("N4 S3 a client with cookies logs in, reads and logs out")
  void logInReadLogOut() {
    assertThat(me()).isEqualTo("nobody");
    post("login", "Ada");
    assertThat(me()).isEqualTo("Ada");
    assertThat(sessions.read(cookies.header(kit.getUri()))).containsEntry("user", "Ada");
    assertThat(cookies.header(URI.create(url + "elsewhere"))).isEmpty();
    post("logout", "");
    assertThat(me()).isEqualTo("nobody");
    assertThat(cookies.header(kit.getUri())).isEmpty();
  }

  @Test
  @DisplayName("N4 cookies that a test sends itself are added")
  void ownCookies() {
    post("login", "Ada");
    assertThat(kit.path("me").request().cookie("theme", "dark").get(String.class)).isEqualTo("Ada");
    String made = sessions.cookie(Map.of("user", "Eve"));
    cookies.clear();
    assertThat(kit.path("me").request().header(HttpHeaders.COOKIE, made).get(String.class))
        .isEqualTo("Eve");
  }

  @Test
  @DisplayName("N4 C4 the browser removes an expired cookie")
  void browserForgets() {
    post("login", "Ada");
    browserTime.advance(Duration.ofDays(14).minusSeconds(1));
    assertThat(me()).isEqualTo("Ada");
    browserTime.advance(Duration.ofSeconds(1));
    assertThat(cookies.header(kit.getUri())).isEmpty();
    assertThat(me()).isEqualTo("nobody");
  }

  @Test
  @DisplayName("N4 C4 S3 advancing the application's clock ends the session by its signed expiry")
  void applicationForgets() {
    post("login", "Ada");
    whenDaysHavePassed(13, () -> assertThat(me()).isEqualTo("Ada"));
    whenDaysHavePassed(15, () -> assertThat(me()).isEqualTo("nobody"));
    assertThat(me()).isEqualTo("Ada");
  }

  @Test
  @DisplayName("N4 C4 a cookie of any age is created without a clock")
  void agedCookie() {
    for (int days : new int[] {13, 15}) {
      String cookie = sessions.aged(Duration.ofDays(days)).cookie(Map.of("user", "Ada"));
      assertThat(kit.path("me").request().header(HttpHeaders.COOKIE, cookie).get(String.class))
          .isEqualTo(days < 14 ? "Ada" : "nobody");
    }
  }

  @Test
  @DisplayName("N4 the log names the clock of the application")
  void said() {
    assertThat(ServerLog.read("messages.log")).contains("application's @SessionClock");
  }

  @Test
  @DisplayName("N5 an executor that propagates CDI has the session, to read and to change")
  void propagated() {
    post("login", "Ada");
    assertThat(post("executors/propagated", " Lovelace")).isEqualTo("Ada Lovelace");
    assertThat(me()).isEqualTo("Ada Lovelace");
  }

  @Test
  @DisplayName("N5 an executor that clears CDI gives a message with a remedy")
  void cleared() {
    post("login", "Ada");
    assertThat(post("executors/cleared", ""))
        .contains("cleared the CDI context", "MicroProfile Context Propagation");
  }
}
