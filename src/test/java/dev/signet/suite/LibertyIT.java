package dev.signet.suite;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;

/** The suite on Open Liberty. */
@ArquillianTest
@RunAsClient
class LibertyIT
    implements WritingContract,
        AcceptingContract,
        HttpContract,
        LoginContract,
        FlashContract,
        BeanContract {

  @ArquillianResource URL url;
  private Client client = new Client(URI.create("http://localhost"));

  @Deployment
  static WebArchive suite() {
    return TestArchives.suite("suite");
  }

  @BeforeEach
  void connect() {
    client = new Client(URI.create(url.toString()));
  }

  @Override
  public Client client() {
    return client;
  }

  @Override
  public String log() {
    return ServerLog.read("messages.log");
  }
}
