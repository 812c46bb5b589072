package dev.signet.suite;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The logs of Open Liberty with {@code traceSpecification="dev.signet.*=all"}. */
@ArquillianTest
@RunAsClient
class KeepingSecretsIT {

  @ArquillianResource URL url;

  @Deployment
  static WebArchive suite() {
    return TestArchives.suite("logs");
  }

  @Test
  @DisplayName("K1 R8 H2 logs contain reasons and attribute names, and no secret, token or value")
  void logs() {
    var client = new Client(URI.create(url.toString()));
    String cookie = client.script("", "put a=the-value-itself").pair();
    client.script(cookie, "fill grown-attribute=5000");
    client.post("values/object", "", "Cookie", cookie);
    client.post("values/wrong-type?key=a", "", "Cookie", cookie);
    client.post("headers?header=Cache-Control:public", "renew", "Cookie", cookie);
    client.script(cookie + "x", "size");
    client.script("session=no-token-at-all", "size");
    String logs = ServerLog.read("messages.log") + ServerLog.read("trace.log");
    assertThat(logs)
        .contains(
            "CookieRejected[reason=MALFORMED]", "'grown-attribute'", "'worker'", "'a' cannot be")
        .contains("it is made private")
        .doesNotContain(Tokens.SECRET, Tokens.PREVIOUS, "the-value-itself", "no-token-at-all")
        .doesNotContain(cookie.substring(cookie.lastIndexOf('.') + 1))
        .doesNotContain("xxxxxxxxxx");
  }

  @Test
  @DisplayName("R8 K1 dev.signet.*=all shows the reason for a rejected cookie, and no part of it")
  void debugLineOfARejectedCookie() {
    var client = new Client(URI.create(url.toString()));
    String cookie = client.script("", "put user=ada").pair();
    int size = ServerLog.size("trace.log");
    String forged = cookie.substring(0, cookie.length() - 4) + "AAAA";
    client.script(forged, "size");
    assertThat(ServerLog.readFrom("trace.log", size).lines())
        .filteredOn(line -> line.contains("CookieRejected"))
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .contains("SessionEventP") // cut to 13 characters by traceFormat="BASIC"
        .endsWith("CookieRejected[reason=BAD_SIGNATURE]")
        .doesNotContain("ada", forged.substring(forged.lastIndexOf('.')));
  }
}
