package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The suite on Open Liberty with sessions on the server: nothing changes for the application. */
@ArquillianTest
@RunAsClient
class MemoryStoreIT
    implements WritingContract, HttpContract, LoginContract, FlashContract, BeanContract {

  @ArquillianResource URL url;
  private Client client = new Client(URI.create("http://localhost"));

  @Deployment
  static WebArchive suite() {
    return TestArchives.suite("memory", "session.store=memory");
  }

  @BeforeEach
  void connect() {
    client = new Client(URI.create(url.toString()));
  }

  @Test
  @Override
  @DisplayName("W11 T1 content too large for a cookie fits into a store")
  public void tooLarge() {
    String cookie = client.script("", "put a=1;fill large=50000").pair();
    assertThat(client.script(cookie, "get a").body()).isEqualTo("1");
    assertThat(client.script(cookie, "get large").body()).hasSize(50_000);
  }

  @Test
  @Override
  @DisplayName("L9 W11 T1 a bean too large for a cookie fits into a store")
  public void beanTooLarge() {
    String cookie = client.post("beans", "fill 50000").pair();
    assertThat(client.post("beans", "items", "Cookie", cookie).body()).hasSize(50_002);
  }

  @Test
  @Override
  @DisplayName("W7 T8 the 500 that replaces a response carries the cookie of the stored state")
  public void entityCannotBeWritten() {
    String cookie = client.script("", "put a=1").pair();
    var failed = client.post("values/unwritable?status=500", "", "Cookie", cookie);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(client.script(failed.pair(), "get a;get half;get mapper").body())
        .isEqualTo("1,done,null");
    var mapped = client.post("values/unwritable?status=422", "", "Cookie", failed.pair());
    assertThat(mapped.status()).isEqualTo(422);
    assertThat(client.script(mapped.pair(), "get a;get half;get mapper").body())
        .isEqualTo("1,done,was here");
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
