package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with a store of its own on Open Liberty. */
@ArquillianTest
@RunAsClient
class OwnStoreIT implements OwnStoreContract {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive ownStore() {
    return OwnStoreContract.application();
  }

  @Override
  public Client client() {
    return new Client(URI.create(url.toString()));
  }

  @Test
  @DisplayName("K1 T6 the log has no message of the store's exception")
  void messageIsNotLogged() {
    String cookie = client().post("store/put/a", "").pair();
    client().post("store/down?is=true", "");
    assertThat(client().get("store/read", "Cookie", cookie).status()).isEqualTo(503);
    client().post("store/down?is=false", "");
    assertThat(log())
        .contains("The session store failed with java.lang.IllegalStateException")
        .doesNotContain("secret-host");
  }

  @Override
  public String log() {
    return ServerLog.read("messages.log");
  }
}
