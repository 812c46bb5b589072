package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The suite on Payara, in the profile {@code runtimes}. */
@EnabledIfSystemProperty(named = "payara.jar", matches = ".+")
class PayaraIT extends RuntimeSuite {

  private static final String NO_SCOPE =
      "Pages of an asynchronous dispatch have no CDI request scope, so no injected session.";

  private static Payara server;

  @BeforeAll
  static void start() {
    server = new Payara();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName("J4 L2 if Payara checks the roles of its own caller, guarded resources stay closed")
  void ownCheck() {
    Client client = server.client("own-check", name -> super.guards());
    String staff = client.form("account/login", "name=ada&role=staff").pair();
    assertThat(client.get("account/who", Client.with(staff)).body()).startsWith("ada true");
    assertThat(client.get("guarded/staff", Client.with(staff)).status()).isEqualTo(401);
    assertThat(client.get("guarded/permitted").status()).isEqualTo(401);
  }

  /** The application {@code src/it/payara}. */
  @Nested
  @DisplayName("J4 an application of a minimal project")
  class Project implements StarterContract {

    @Override
    public Client client() {
      return server.consumer("payara");
    }
  }

  /** The caller everywhere. */
  @Nested
  @DisplayName("J4 the caller everywhere")
  class Callers implements CallerContract {

    @Override
    public Client client() {
      return server.client(
          "caller", name -> CallerContract.application(name, "session.logins=memory"));
    }
  }

  @Override
  RuntimeServer server() {
    return server;
  }

  /** Payara checks roles too, but those of its own caller. */
  @Override
  WebArchive guards() {
    return super.guards()
        .addAsWebInfResource(
            new File("src/it/payara/src/main/webapp/WEB-INF/payara-web.xml"), "payara-web.xml");
  }

  @Override
  Map<String, String> differences() {
    return Map.of(
        "Csrf.everyOtherMethodIsChecked(POST)",
        "Jersey fails on a POST without a content type to a method with form parameters.",
        "Rest.bytesBeyondAscii",
        "The server refuses such a header before Jakarta REST sees it.",
        "Commit.login(servlet/async-dispatch?size=10)",
        NO_SCOPE,
        "Commit.login(servlet/async-dispatch?size=100000)",
        NO_SCOPE,
        "Commit.logout(servlet/async-dispatch?size=10)",
        NO_SCOPE,
        "Commit.logout(servlet/async-dispatch?size=100000)",
        NO_SCOPE,
        "Commit.change(servlet/async-dispatch?size=10)",
        NO_SCOPE,
        "Commit.change(servlet/async-dispatch?size=100000)",
        NO_SCOPE);
  }
}
