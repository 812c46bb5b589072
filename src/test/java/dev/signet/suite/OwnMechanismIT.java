package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.caller.StaffServlet;
import dev.signet.suite.caller.own.BasicDefinition;
import dev.signet.suite.caller.own.JwtApplication;
import dev.signet.suite.caller.own.OwnMechanism;
import java.util.Base64;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Applications that have callers of their own, on an Open Liberty with Jakarta Security. */
class OwnMechanismIT {

  private static final String ELEMENTS =
      """
      <ltpa keysPassword="only-for-tests" />
      <basicRegistry>
        <user name="bob" password="only-for-tests" />
        <group name="staff"><member name="bob" /></group>
      </basicRegistry>
      """;

  private static SecondServer server;

  @BeforeAll
  static void start() {
    server =
        new SecondServer(
            "signet-own-mechanism",
            List.of(
                backingOff("own", "auto").addClass(OwnMechanism.class),
                backingOff("definition", "auto").addClass(BasicDefinition.class),
                backingOff("tokens", "auto").addClass(JwtApplication.class),
                backingOff("descriptor", "rest").setWebXML(basic())),
            ELEMENTS,
            "appSecurity-5.0",
            "servlet-6.0",
            "mpJwt-2.1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static WebArchive backingOff(String name, String caller) {
    return TestArchives.library(
            name, "session.caller=" + caller, "session.secret-key=" + Tokens.SECRET)
        .addClass(StaffServlet.class);
  }

  private static StringAsset basic() {
    return new StringAsset(
        CallerContract.WEB_XML.formatted(
            "<login-config><auth-method>BASIC</auth-method></login-config>"));
  }

  private static String basic(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }

  @Test
  @DisplayName("L2 with session.caller=auto, a mechanism of the application's own is the one used")
  void ownMechanism() {
    Client own = server.client("own");
    assertThat(own.get("staff", "X-User", "bob").body()).isEqualTo("staff 0 null");
    assertThat(own.get("staff").status()).isEqualTo(401);
    Client definition = server.client("definition");
    assertThat(definition.get("staff", "Authorization", basic("bob", "secret")).body())
        .isEqualTo("staff 0 null");
    assertThat(definition.get("staff").header("WWW-Authenticate")).isEqualTo("basic realm=\"own\"");
    assertThat(server.client("tokens").get("staff").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("L2 with session.caller=rest, a login-config of web.xml is the one used")
  void loginConfig() {
    Client client = server.client("descriptor");
    assertThat(client.get("staff").header("WWW-Authenticate")).startsWith("basic");
    assertThat(client.get("staff", "Authorization", basic("bob", "wrong")).status()).isEqualTo(401);
    assertThat(client.get("staff", "Authorization", basic("bob", "only-for-tests")).body())
        .isEqualTo("staff 0 null");
  }

  @Test
  @DisplayName("L2 the log at deployment names the mechanism of the application")
  void log() {
    assertThat(server.log())
        .contains(
            "authentication mechanism of its own in " + OwnMechanism.class.getName(),
            "authentication mechanism of its own in " + BasicDefinition.class.getName(),
            "authentication mechanism of its own in " + JwtApplication.class.getName(),
            "session.caller=rest: Signet enforces @RolesAllowed");
  }
}
