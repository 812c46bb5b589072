package dev.signet.suite;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;

/** What is accepted on Open Liberty where tokens are encrypted (C12). */
@ArquillianTest
@RunAsClient
class EncryptedIT implements AcceptingContract {

  @ArquillianResource URL url;
  private Client client = new Client(URI.create("http://localhost"));

  @Deployment
  static WebArchive encryptedSuite() {
    return TestArchives.suite("encrypted", "session.encrypted=true");
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
  public boolean encrypted() {
    return true;
  }
}
