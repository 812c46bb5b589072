package dev.signet.suite;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.h2.Driver;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sessions in the embedded database, by a single setting, on Open Liberty. */
@ArquillianTest
@RunAsClient
class JdbcStoreIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "embedded", managed = false, testable = false)
  static WebArchive embedded() {
    return TestArchives.suite("embedded", "session.store=jdbc")
        .addAsLibraries(TestArchives.jarOf(Driver.class));
  }

  @Deployment(name = "nowhere", managed = false, testable = false)
  static WebArchive withoutItsDataSource() {
    return TestArchives.suite(
        "nowhere", "session.store=jdbc", "session.jdbc.data-source=jdbc/nowhere");
  }

  private Client client() {
    return new Client(
        URI.create("http://localhost:" + System.getProperty("test.http.port") + "/embedded/"));
  }

  /** Runs a test while the application with the embedded database is deployed. */
  private String deployed(Supplier<String> test) {
    deployer.deploy("embedded");
    try {
      return test.get();
    } finally {
      deployer.undeploy("embedded");
    }
  }

  @Test
  @DisplayName("S2 C13 T8 one setting keeps sessions in a database, through a restart")
  void singleSetting() {
    String cookie =
        deployed(
            () -> {
              String begun = client().script("", "put a=1;fill large=50000").pair();
              assertThat(begun).hasSizeLessThan(250);
              assertThat(client().script(begun, "get a;put b=2").body()).isEqualTo("1,");
              return begun;
            });
    deployed(
        () -> {
          assertThat(client().script(cookie, "get a;get b").body()).isEqualTo("1,2");
          String renewed = client().script(cookie, "renew").pair();
          assertThat(client().script(cookie, "size").body()).isEqualTo("0");
          client().script(renewed, "delete");
          assertThat(client().script(renewed, "size").body()).isEqualTo("0");
          return renewed;
        });
  }

  @Test
  @DisplayName("T4 a late request under the old ID keeps the cookie of the log-in")
  void lateRequest() {
    deployed(
        () -> {
          String before = client().script("", "put cart=1").pair();
          String loggedIn = client().script(before, "renew;put user=Ada").pair();
          assertThat(client().script(before, "put late=1").sessionCookies()).isEmpty();
          assertThat(client().script(before, "delete").sessionCookies()).isEmpty();
          assertThat(client().script(loggedIn, "get user;size").body()).isEqualTo("Ada,2");
          client().script(loggedIn, "delete");
          assertThat(client().script(before, "put a=1").sessionCookies()).hasSize(1);
          return loggedIn;
        });
  }

  @Test
  @DisplayName("T3 concurrent requests on different attributes all win")
  void atOnce() {
    deployed(
        () -> {
          String cookie = client().script("", "put a=1").pair();
          var puts =
              IntStream.range(0, 100)
                  .mapToObj(i -> supplyAsync(() -> client().script(cookie, "put k" + i + "=" + i)))
                  .toList();
          assertThat(puts).allSatisfy(put -> assertThat(put.join().status()).isEqualTo(200));
          assertThat(client().script(cookie, "size").body()).isEqualTo("101");
          return cookie;
        });
  }

  @Test
  @DisplayName("C25 a data source that does not exist is a fault at deployment with a single cause")
  void missingDataSource() {
    assertThatThrownBy(() -> deployer.deploy("nowhere")).isInstanceOf(Exception.class);

    assertThat(ServerLog.read("messages.log"))
        .contains("session.jdbc.data-source is jdbc/nowhere, and JNDI has no such name.")
        .doesNotContain("jdbc/nowhere, and JNDI has no such name. The data source gave");
  }
}
