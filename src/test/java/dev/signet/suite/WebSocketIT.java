package dev.signet.suite;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The session in WebSocket endpoints, on Open Liberty. */
@ArquillianTest
@RunAsClient
class WebSocketIT implements WebSocketContract {

  private static final String PORT = System.getProperty("test.http.port");

  @Deployment(name = "in-cookie", testable = false)
  static WebArchive inCookie() {
    return WebSocketContract.application("in-cookie");
  }

  @Deployment(name = "in-store", testable = false)
  static WebArchive inStore() {
    return WebSocketContract.application("in-store");
  }

  @Deployment(name = "in-own-store", testable = false)
  static WebArchive inOwnStore() {
    return WebSocketContract.application("in-own-store");
  }

  @Deployment(name = "same-origin", testable = false)
  static WebArchive sameOrigin() {
    return WebSocketContract.application("same-origin");
  }

  @Override
  public Client client(String application) {
    return new Client(URI.create("http://localhost:%s/%s/".formatted(PORT, application)));
  }
}
