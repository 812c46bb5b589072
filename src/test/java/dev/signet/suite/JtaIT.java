package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.jta.JtaResource;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Sessions and the application's transactions share a transactional data source on Open Liberty.
 */
@ArquillianTest
@RunAsClient
class JtaIT {

  @ArquillianResource URL url;
  private Client client = new Client(URI.create("http://localhost"));

  @Deployment(testable = false)
  static WebArchive application() {
    return TestArchives.library(
            "jta",
            "session.secret-key=" + Tokens.SECRET,
            "session.store=jdbc",
            "session.jdbc.data-source=jdbc/shared",
            "session.jdbc.create-table=true")
        .addPackage(JtaResource.class.getPackage());
  }

  @BeforeEach
  void connect() {
    client = new Client(URI.create(url.toString()));
  }

  private String cookie() {
    return client.post("jta/put", "").pair();
  }

  @Test
  @DisplayName("T11 a rollback of the application does not bring back a deleted session")
  void rollback() {
    String cookie = cookie();

    var reply = client.post("jta/rollback", "", "Cookie", cookie);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("1,true");
    assertThat(client.get("jta", "Cookie", cookie).body()).isEqualTo("null");
  }

  @Test
  @DisplayName(
      "T11 the session is readable after a statement of the application's transaction failed")
  void failedStatement() {
    String cookie = cookie();

    var reply = client.post("jta/failed", "", "Cookie", cookie);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("1");
    assertThat(client.get("jta", "Cookie", cookie).body()).isEqualTo("1");
  }

  @Test
  @DisplayName("T11 a change survives the rollback of a transaction that the application left open")
  void openTransaction() {
    String cookie = cookie();

    var reply = client.post("jta/open", "", "Cookie", cookie);

    assertThat(reply.status()).isEqualTo(204);
    assertThat(client.get("jta", "Cookie", cookie).body()).isEqualTo("2");
  }

  @Test
  @DisplayName(
      "T11 a transaction of another XA resource commits, although the session is used in it")
  void secondResource() {
    String cookie = cookie();

    var reply = client.post("jta/second", "", "Cookie", cookie);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("1");
    assertThat(client.get("jta", "Cookie", cookie).body()).isEqualTo("2");
  }
}
