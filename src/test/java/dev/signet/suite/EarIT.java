package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two applications in one archive, each with Signet and settings of its own. */
@ArquillianTest
@RunAsClient
class EarIT {

  @Deployment(testable = false)
  static EnterpriseArchive both() {
    return ShrinkWrap.create(EnterpriseArchive.class, "both.ear")
        .addAsModule(TestArchives.suite("one", "session.cookie-name=one"))
        .addAsModule(TestArchives.suite("two", "session.cookie-name=two"));
  }

  @Test
  @DisplayName("C3 each application of an archive has its own settings")
  void ownSettings() {
    for (String name : new String[] {"one", "two"}) {
      String port = System.getProperty("test.http.port");
      var client = new Client(URI.create("http://localhost:%s/%s/".formatted(port, name)));
      assertThat(client.script("", "put a=1").setCookies())
          .singleElement()
          .asString()
          .startsWith(name + "=");
    }
  }
}
