package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.mapping.MappingApplication;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the application maps itself, it maps. */
@ArquillianTest
@RunAsClient
class MappingIT {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive mapping() {
    return TestArchives.library("mapping", "session.secret-key=" + Tokens.SECRET)
        .addPackage(MappingApplication.class.getPackage());
  }

  @Test
  @DisplayName("W11 W12 exception mappers of the application take precedence, general ones too")
  void applicationsMappersComeFirst() {
    var client = new Client(URI.create(url.toString()));
    var large = client.post("fail/large", "");
    assertThat(large.status()).isEqualTo(507);
    assertThat(large.body()).isEqualTo("limit 4096");
    assertThat(large.sessionCookies()).isEmpty();
    assertThat(large.header("Vary")).isEqualTo("cookie");
    var attribute = client.post("fail/attribute", "");
    assertThat(attribute.status()).isEqualTo(502);
    assertThat(attribute.body()).isEqualTo("general");
    assertThat(attribute.header("Vary")).isEqualTo("cookie");
  }
}
