package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import dev.signet.store.memory.MemoryStore;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page to return to after the log-in. */
class RequestedPageTest {

  private final TestApplication application = new TestApplication();

  private Optional<URI> requestedPage() {
    return application.request().requestedPage();
  }

  private void request(String page) {
    RequestSession session = application.request();
    session.setRequestedPage(page);
    application.respond(session);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L2 the requested page stays until the log-in, which still returns it")
  void keptUntilLogin(boolean stored) {
    if (stored) {
      application.deployWith(new MemoryStore(10, application.clock));
    }
    request("/orders?page=2");
    assertThat(requestedPage()).contains(URI.create("/orders?page=2"));
    assertThat(application.request()).as("it is no attribute").isEmpty();
    application.visit(session -> session.put("a", 1));
    request("/other");
    application.visit(
        session -> {
          session.logIn("ada", Set.of());
          assertThat(session.requestedPage()).contains(URI.create("/other"));
        });
    assertThat(requestedPage()).isEmpty();
    request("/settings");
    application.visit(Session::confirm);
    assertThat(requestedPage()).isEmpty();
    request("/settings");
    application.visit(Session::clear);
    assertThat(requestedPage()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/?q=100%",
        "/?q={a|b}",
        "/\\evil.example",
        "https://evil.example/",
        "",
        "a",
        "/a\nb",
        "/a\"b",
        "/a\\b",
        "/\u00e9"
      })
  @DisplayName("L2 the address of another server, and what is no path, is not kept")
  void noOpenRedirect(String page) {
    request(page);
    assertThat(requestedPage()).isEmpty();
    assertThat(application.cookieHeader()).isNull();
  }

  @Test
  @DisplayName("L2 W11 a page that is too long, or does not fit into the cookie, is not kept")
  void tooLong() {
    request("/" + "x".repeat(1000));
    assertThat(requestedPage()).isEmpty();
    request("/" + "x".repeat(999));
    assertThat(requestedPage()).isPresent();
    application.visit(Session::delete);
    application.visit(session -> session.put("a", "x".repeat(2600)));
    request("/" + "x".repeat(900));
    assertThat(requestedPage()).isEmpty();
    assertThat(application.request().get("a")).isNotNull();
  }
}
