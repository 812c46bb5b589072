package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testing.BrowserCookies;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Former cookies in a servlet container, and what is left of them in a browser. */
@ArquillianTest
@RunAsClient
class FormerCookiesIT implements FormerCookiesContract {

  private static final String SHARED = "session.audience=moved";

  private final BrowserCookies browser = new BrowserCookies();

  @Deployment(name = "former", testable = false)
  static WebArchive former() {
    return TestArchives.suite("former", OPTIONS.toArray(new String[0]));
  }

  @Deployment(name = "before", testable = false)
  static WebArchive before() {
    return TestArchives.suite("before", SHARED, "session.path=/");
  }

  @Deployment(name = "after", testable = false)
  static WebArchive after() {
    return TestArchives.suite("after", SHARED, "session.path=/after", "session.former-paths=/");
  }

  @Override
  public Client client() {
    return new Client(at("former"));
  }

  @Override
  public String path() {
    return "/";
  }

  private static URI at(String application) {
    return URI.create(
        "http://localhost:%s/%s/".formatted(System.getProperty("test.http.port"), application));
  }

  private String run(String application, String script) {
    URI uri = at(application);
    Reply reply = new Client(uri).script(browser.header(uri), script);
    reply.setCookies().forEach(cookie -> browser.receive(uri, cookie));
    return reply.body();
  }

  @Test
  @DisplayName("W14 after the path has changed, a log-out leaves no cookie of the former path")
  void loggedOut() {
    run("before", "put name=Ada");
    assertThat(run("after", "get name")).isEqualTo("Ada");

    run("after", "delete");

    assertThat(browser.header(at("before"))).isEmpty();
    assertThat(run("after", "get name")).isEqualTo("null");
  }

  @Test
  @DisplayName("W14 after the path has changed, a log-in replaces the cookie of the former path")
  void loggedIn() {
    run("before", "put name=Ada");

    run("after", "put name=Eve");

    assertThat(browser.header(at("before"))).isEmpty();
    assertThat(run("after", "get name")).isEqualTo("Eve");
  }
}
