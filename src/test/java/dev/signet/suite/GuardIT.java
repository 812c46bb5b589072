package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.guard.GuardApplication;
import dev.signet.suite.guard.down.BrokenStore;
import dev.signet.suite.store.OwnStore;
import dev.signet.testing.TestSessions;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Guards on Open Liberty without a security feature, which ignores the annotations. */
@ArquillianTest
@RunAsClient
class GuardIT implements GuardContract {

  private static final String PORT = System.getProperty("test.http.port");

  @Deployment(name = "guards", testable = false)
  static WebArchive guards() {
    return guardsWithLoginPage("/account/login");
  }

  static WebArchive guardsWithLoginPage(String page) {
    return war("guards", "session.login-page=" + page, "session.logins=memory");
  }

  @Deployment(name = "guards-off", testable = false)
  static WebArchive off() {
    return war("guards-off", "session.caller=off");
  }

  @Deployment(name = "guards-auto", testable = false)
  static WebArchive automatic() {
    return war("guards-auto", "session.caller=auto");
  }

  @Deployment(name = "guards-down", testable = false)
  static WebArchive down() {
    return war("guards-down", "session.max-age=P1D").addClass(BrokenStore.class);
  }

  @Deployment(name = "recipe", testable = false)
  static WebArchive recipe() {
    return Recipe.war("recipe");
  }

  private static WebArchive war(String name, String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = "session.secret-key=" + Tokens.SECRET;
    return TestArchives.library(name, all).addPackage(GuardApplication.class.getPackage());
  }

  private static Client at(String name) {
    return new Client(URI.create("http://localhost:%s/%s/".formatted(PORT, name)));
  }

  @Override
  public Client client() {
    return at("guards");
  }

  @Override
  public String root() {
    return "/guards";
  }

  @Test
  @DisplayName("L1 L2 L3 L4 the recipe of the documentation works")
  void recipeWorks() {
    Recipe.check(at("recipe"));
  }

  @Test
  @DisplayName("L2 a store that is down gives 503 on a guarded resource, and an open one works")
  void storeIsDown() {
    String cookie =
        TestSessions.signedWith(Tokens.SECRET).keptIn(new OwnStore()).cookie(Map.of("a", 1));
    var guarded = at("guards-down").get("guarded/staff", Client.with(cookie));
    assertThat(guarded.status()).isEqualTo(503);
    assertThat(guarded.header("Retry-After")).isEqualTo("5");
    assertThat(at("guards-down").get("guarded/open", Client.with(cookie)).status()).isEqualTo(200);
    assertThat(at("guards-down").get("account/who", Client.with(cookie)).status()).isEqualTo(503);
  }

  @Test
  @DisplayName("L2 without Jakarta Security, session.caller=auto works like rest and says so")
  void withoutJakartaSecurity() {
    assertThat(at("guards-auto").get("guarded/staff").status()).isEqualTo(401);
    String staff = at("guards-auto").form("account/login", "name=ada&role=staff").pair();
    assertThat(at("guards-auto").get("guarded/staff", Client.with(staff)).status()).isEqualTo(200);
    assertThat(at("guards-auto").get("guarded/open", Client.with(staff)).header("Vary")).isEmpty();
    assertThat(ServerLog.read("messages.log"))
        .contains("Nothing else sees the caller, because the server has no Jakarta Security.");
  }

  @Test
  @DisplayName("L2 with session.caller=off nothing is enforced, and the log says so at deployment")
  void switchedOff() {
    assertThat(at("guards-off").get("guarded/staff").status()).isEqualTo(200);
    assertThat(ServerLog.read("messages.log"))
        .contains(
            "session.logins is off: a log-out deletes the cookie of the browser",
            "Log-ins are kept by session.logins=memory: a log-out ends every copy of the cookie",
            "session.caller is off: Signet enforces no @RolesAllowed",
            "session.caller=rest: Signet enforces @RolesAllowed, @PermitAll, @DenyAll and"
                + " @RecentLogIn");
  }
}
