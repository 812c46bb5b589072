package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The applications of strangers in {@code src/it}, built from the installed library. */
@ArquillianTest
@RunAsClient
class StrangerIT {

  @ArquillianResource
  @OperateOnDeployment("stranger")
  URL listed;

  @ArquillianResource
  @OperateOnDeployment("stranger-empty")
  URL empty;

  @Deployment(name = "stranger", testable = false)
  static WebArchive listed() {
    return war("stranger");
  }

  @Deployment(name = "stranger-empty", testable = false)
  static WebArchive empty() {
    return war("stranger-empty");
  }

  private static WebArchive war(String name) {
    var file = new File(System.getProperty("strangers"), "%s/target/%s.war".formatted(name, name));
    return ShrinkWrap.create(ZipImporter.class, name + ".war")
        .importFrom(file)
        .as(WebArchive.class);
  }

  @Test
  @DisplayName("S1 a stranger's application works, whether it lists its resources or not")
  void strangersApplications() {
    for (URL url : new URL[] {listed, empty}) {
      var client = new Client(URI.create(url.toString()));
      var first = client.get("visits");
      assertThat(first.body()).isEqualTo("Visit 1");
      assertThat(client.get("visits", "Cookie", first.pair()).body()).isEqualTo("Visit 2");
    }
  }
}
