package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.forms.FormsApplication;
import dev.signet.suite.parts.PartsApplication;
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

/** Forms on Open Liberty. */
@ArquillianTest
@RunAsClient
class FormsIT implements FormsContract {

  @ArquillianResource URL url;
  private Client client = new Client(URI.create("http://localhost"));

  @Deployment
  static WebArchive forms() {
    return application("forms");
  }

  static WebArchive application(String name) {
    return TestArchives.library(name, "session.secret-key=" + Tokens.SECRET, "session.csrf=token")
        .addPackage(FormsApplication.class.getPackage())
        .addPackage(PartsApplication.class.getPackage());
  }

  @BeforeEach
  void connect() {
    client = new Client(URI.create(url.toString()));
  }

  @Override
  public Client client() {
    return client;
  }

  @Test
  @DisplayName("N2 J3 a resource gets the parts of a multipart form after the token was read")
  void partsOfMultipartForm() {
    assertThat(MultipartUpload.send(client, "multipart/parts"))
        .isEqualTo("csrf_token, file a.txt caf\u00e9");
  }

  @Test
  @DisplayName("N2 J3 a resource gets a part by its name after the token was read")
  void namedPartOfMultipartForm() {
    assertThat(MultipartUpload.send(client, "multipart/parts/named"))
        .isEqualTo("a.txt caf\u00e9 true");
  }
}
