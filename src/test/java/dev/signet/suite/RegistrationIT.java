package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.plain.CountingServlet;
import java.io.File;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of packaging an application, each of which has the servlet filter. */
@ArquillianTest
@RunAsClient
class RegistrationIT {

  private static final String DECLARED =
      "<filter><filter-name>declared</filter-name>"
          + "<filter-class>dev.signet.servlet.SessionServletFilter</filter-class>"
          + "<async-supported>true</async-supported></filter>"
          + "<filter-mapping><filter-name>declared</filter-name>"
          + "<url-pattern>/*</url-pattern></filter-mapping>";

  private static String webXml(boolean complete, String first) {
    return "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'"
        + " metadata-complete='"
        + complete
        + "'>"
        + first
        + "<filter><filter-name>noting</filter-name>"
        + "<filter-class>dev.signet.suite.plain.NotingFilter</filter-class></filter>"
        + "<filter-mapping><filter-name>noting</filter-name>"
        + "<url-pattern>/*</url-pattern></filter-mapping>"
        + "<servlet><servlet-name>counting</servlet-name>"
        + "<servlet-class>dev.signet.suite.plain.CountingServlet</servlet-class></servlet>"
        + "<servlet-mapping><servlet-name>counting</servlet-name>"
        + "<url-pattern>/*</url-pattern></servlet-mapping></web-app>";
  }

  private static WebArchive application(String name, boolean complete, String first) {
    return TestArchives.library(
            name, "session.cookie-name=" + name, "session.secret-key=" + Tokens.SECRET)
        .addPackage(CountingServlet.class.getPackage())
        .addAsWebInfResource(new StringAsset(webXml(complete, first)), "web.xml");
  }

  /** Moves Signet from WEB-INF/lib to WEB-INF/classes. */
  private static WebArchive unpacked(WebArchive application) {
    File jar = new File(System.getProperty("signet.jar"));
    application.delete("WEB-INF/lib/" + jar.getName());
    var content =
        ShrinkWrap.create(ZipImporter.class, "content.jar")
            .importFrom(jar)
            .as(GenericArchive.class);
    return application.merge(content, "WEB-INF/classes");
  }

  @Deployment(testable = false)
  static EnterpriseArchive all() {
    return ShrinkWrap.create(EnterpriseArchive.class, "registration.ear")
        .addAsModule(application("simple", false, ""))
        .addAsModule(application("complete", true, ""))
        .addAsModule(application("declaring", true, DECLARED))
        .addAsModule(unpacked(application("unpacked", false, "")))
        .addAsModule(unpacked(application("unpacked-complete", true, "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "complete", "declaring", "unpacked", "unpacked-complete"})
  @DisplayName("J1 the servlet filter registers itself before other filters, however packaged")
  void registered(String name) {
    String port = System.getProperty("test.http.port");
    var client = new Client(URI.create("http://localhost:%s/%s/".formatted(port, name)));
    Reply first = client.get("count");
    assertThat(first.status()).isEqualTo(302);
    assertThat(first.header("Seen")).isEqualTo("noted");
    assertThat(first.setCookies()).singleElement().asString().startsWith(name + "=");
    String cookie = first.setCookies().get(0).split(";", 2)[0];
    Reply next = client.get("count", "Cookie", cookie);
    assertThat(next.header("Location")).endsWith("/2");
    assertThat(next.setCookies()).hasSize(1);
  }
}
