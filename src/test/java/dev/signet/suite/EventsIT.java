package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.events.EventsResource;
import dev.signet.suite.store.StoreApplication;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an application on Open Liberty hears of its sessions, in cookies and in a store. */
@ArquillianTest
@RunAsClient
class EventsIT {

  @ArquillianResource
  @OperateOnDeployment("events")
  URL inCookies;

  @ArquillianResource
  @OperateOnDeployment("events-stored")
  URL inStore;

  private Client client = new Client(URI.create("http://localhost"));

  @Deployment(name = "events")
  static WebArchive events() {
    return TestArchives.library("events", "session.secret-key=" + Tokens.SECRET)
        .addPackage(EventsResource.class.getPackage())
        .addClass(StoreApplication.class);
  }

  @Deployment(name = "events-stored")
  static WebArchive stored() {
    return TestArchives.library("events-stored", "session.secret-key=" + Tokens.SECRET)
        .addPackage(EventsResource.class.getPackage())
        .addPackages(
            false,
            Filters.exclude(".*(Test|AnotherStore|RequestStore).*"),
            "dev.signet.suite.store");
  }

  @BeforeEach
  void connect() {
    client = new Client(URI.create(inCookies.toString()));
    client.get("events");
  }

  private String told() {
    return client.get("events").body();
  }

  private String begun() {
    String cookie = client.post("events/put", "Ada").pair();
    assertThat(told()).isEqualTo("Created[]");
    return cookie;
  }

  private void life() {
    String cookie = begun();
    assertThat(client.get("events/read", "Cookie", cookie).body()).isEqualTo("1");
    assertThat(client.post("events/put", "Eve", "Cookie", cookie).sessionCookies()).hasSize(1);
    assertThat(told()).isEmpty();

    String renewed = client.post("events/renew", "", "Cookie", cookie).pair();
    assertThat(told()).as("though an observer of it fails").isEqualTo("Renewed[]");
    assertThat(ServerLog.read("messages.log"))
        .contains(
            "An observer of SessionEvent.Renewed failed with java.lang.IllegalStateException at ");

    assertThat(client.post("events/delete", "", "Cookie", renewed).sessionCookie())
        .contains("Max-Age=0");
    assertThat(told()).isEqualTo("Destroyed[cause=DELETED]");

    assertThat(client.post("events/clear", "", "Cookie", begun()).sessionCookie())
        .contains("Max-Age=0");
    assertThat(told()).isEqualTo("Destroyed[cause=EMPTIED]");
  }

  @Test
  @DisplayName("N3 K1 events of a session in the cookie contain no token, name or value")
  void lifeInACookie() {
    life();
  }

  @Test
  @DisplayName("N3 K1 events of a session in a store, and rejection of its old token")
  void lifeInAStore() {
    client = new Client(URI.create(inStore.toString()));
    client.get("events");
    life();
    String copy = begun();
    client.post("events/renew", "", "Cookie", copy);
    told();
    assertThat(client.get("events/read", "Cookie", copy).body()).isEqualTo("0");
    assertThat(told()).isEqualTo("CookieRejected[reason=NOT_FOUND]");
  }

  @Test
  @DisplayName("N3 T6 a failing store fires StoreFailed")
  void storeFails() {
    client = new Client(URI.create(inStore.toString()));
    String cookie = begun();
    client.post("store/down?is=true", "");
    assertThat(client.get("events/read", "Cookie", cookie).status()).isEqualTo(503);
    client.post("store/down?is=false", "");
    assertThat(told()).isEqualTo("StoreFailed[]");
  }

  @Test
  @DisplayName(
      "N3 R8 a rejected cookie fires an event, and an observer that uses the session fails alone")
  void refused() {
    var read = client.get("events/read", "Cookie", "session=x");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo("0");
    assertThat(told()).isEqualTo("CookieRejected[reason=MALFORMED]");
    assertThat(ServerLog.read("messages.log"))
        .contains("An observer of SessionEvent.CookieRejected failed with java.lang.IllegalState");
  }

  @Test
  @DisplayName("N3 W11 a session that is too large fires TooLarge")
  void tooLarge() {
    assertThat(client.post("events/large", "").status()).isEqualTo(500);
    assertThat(told()).isEqualTo("TooLarge[]");
  }

  @Test
  @DisplayName("N3 W8 events are fired on a thread without a request")
  void onAnotherThread() {
    client.post("events/later", "Ada").pair();
    assertThat(told()).isEqualTo("Created[]");
  }
}
