package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The applications in {@code src/it}, which depend on the installed library, on Open Liberty. */
@ArquillianTest
@RunAsClient
class ConsumerIT {

  @ArquillianResource
  @OperateOnDeployment("consumer")
  URL listed;

  @ArquillianResource
  @OperateOnDeployment("consumer-empty")
  URL empty;

  @Deployment(name = "consumer", testable = false)
  static WebArchive listed() {
    return TestArchives.consumer("consumer");
  }

  @Deployment(name = "consumer-empty", testable = false)
  static WebArchive empty() {
    return TestArchives.consumer("consumer-empty");
  }

  @Test
  @DisplayName(
      "S1 an application that depends on the library works, whether it lists its resources or not")
  void applicationThatDependsOnTheLibraryWorks() {
    for (URL url : new URL[] {listed, empty}) {
      var client = new Client(URI.create(url.toString()));
      var first = client.get("visits");
      assertThat(first.body()).isEqualTo("Visit 1");
      assertThat(client.get("visits", "Cookie", first.pair()).body()).isEqualTo("Visit 2");
    }
  }

  @Test
  @DisplayName("S1 the starter passes its own test on a server that it starts")
  void starterPassesItsOwnTest() throws IOException {
    var reports = Path.of(System.getProperty("consumers"), "starter/target/failsafe-reports");
    assertThat(Files.readString(reports.resolve("failsafe-summary.xml")))
        .contains("<completed>1</completed>", "<failures>0</failures>", "<errors>0</errors>");
  }
}
