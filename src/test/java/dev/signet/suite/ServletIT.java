package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.servlet.PlainServlet;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Beside Jakarta REST, on Open Liberty. */
@ArquillianTest
@RunAsClient
class ServletIT {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive servlet() {
    return TestArchives.library("servlet", "session.secret-key=" + Tokens.SECRET)
        .addPackage(PlainServlet.class.getPackage());
  }

  private Client client() {
    return new Client(URI.create(url.toString()));
  }

  @Test
  @DisplayName("J1 the injected session works in a servlet")
  void plainServlet() {
    assertThat(client().get("plain").body()).isEqualTo("0");
  }

  @Test
  @DisplayName("J2 SessionManager works in a servlet, on header text, and makes one cookie")
  void managerInAServlet() {
    var first = client().get("manager");
    assertThat(first.body()).isEqualTo("1");
    assertThat(client().get("manager", "Cookie", first.pair()).body()).isEqualTo("2");
  }

  @Test
  @DisplayName("H4 an injected session can be passivated with the bean that holds it")
  void passivated() {
    assertThat(client().get("passivated").body()).isEqualTo("Session[of the current request]");
  }
}
