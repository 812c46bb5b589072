package dev.signet.suite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.seal.SessionKey;
import dev.signet.suite.faulty.ClosedBean;
import dev.signet.suite.store.AnotherStore;
import dev.signet.suite.store.OwnStore;
import dev.signet.suite.store.RequestStore;
import dev.signet.suite.typing.TypingCustomizer;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A faulty configuration does not deploy, on Open Liberty. */
@ArquillianTest
@RunAsClient
class DeploymentIT {

  private static final String SHORT = "only-16-bytes-.,";
  private static final String CHANGED = "k7Qm2vXw9qTz0bH4rY$$cE5nLs8dPfJ1gA6u";
  private static final Pattern FRESH = Pattern.compile("session\\.secret-key=([\\w-]{43})");

  private static FaultyApplications applications;

  @BeforeAll
  static void deploy() throws IOException {
    applications =
        new FaultyApplications(
            List.of(
                TestArchives.configured("missing"),
                TestArchives.configured("blank", "session.secret-key=   "),
                TestArchives.configured("short", "session.secret-key=quite-short-but-mine"),
                TestArchives.configured(
                    "placeholder", "session.secret-key=changemechangemechangemechangeme"),
                TestArchives.configured("development", "mp.config.profile=dev"),
                TestArchives.configured("changed", "session.secret-key=" + CHANGED),
                everything(),
                TestArchives.suite("no-client", "session.store=redis"),
                TestArchives.suite("two-stores").addClasses(OwnStore.class, AnotherStore.class),
                TestArchives.suite("short-lived-store")
                    .addClasses(OwnStore.class, RequestStore.class),
                withOldJackson(),
                TestArchives.library("default-typing", "session.secret-key=" + Tokens.SECRET)
                    .addClass(TypingCustomizer.class),
                TestArchives.library("session-beans", "session.secret-key=" + SHORT)
                    .addPackage(ClosedBean.class.getPackage()),
                TestArchives.asBuilt("demo-without-key")));
  }

  @AfterAll
  static void undeploy() throws IOException {
    applications.close();
  }

  /** Returns an application with a Jackson that is too old, as other libraries may bring it. */
  private static WebArchive withOldJackson() {
    WebArchive application = TestArchives.suite("old-jackson");
    application
        .getContent(path -> path.get().contains("/jackson-"))
        .keySet()
        .forEach(application::delete);
    File[] old = new File(System.getProperty("old.jackson")).listFiles();
    return application.addAsLibraries(requireNonNull(old));
  }

  private static WebArchive everything() {
    return TestArchives.configured(
        "everything",
        "session.secret-key=" + SHORT,
        "session.previous-secret-keys=" + SHORT,
        "session.cookie-name=__Host-sid",
        "session.domain=app.example",
        "session.max-age=soon",
        "session.path=/a;b",
        "session.secure=false",
        "session.http-only=perhaps",
        "session.same-site=None",
        "session.partitioned=true",
        "session.sliding=often",
        "session.absolute-timeout=-1");
  }

  @Test
  @DisplayName("C1 K4 S5 a missing, blank, short or well-known secret is refused with a command")
  void noUsableSecret() {
    for (String name : new String[] {"missing", "blank", "short", "placeholder"}) {
      String refusal = applications.refusal(name);
      assertThat(refusal).contains("session.secret-key", "openssl rand -base64 33");
      assertThat(FRESH.matcher(refusal).find()).as(refusal).isFalse();
    }
    assertThat(applications.log()).doesNotContain("quite-short-but-mine");
  }

  @Test
  @DisplayName("K4 with the profile dev a missing secret is refused with a new key")
  void newKeyInDevelopment() {
    String refusal = applications.refusal("development");
    var fresh = FRESH.matcher(refusal);
    assertThat(fresh.find()).as(refusal).isTrue();
    assertThat(new SessionKey(fresh.group(1))).isNotNull();
  }

  @Test
  @DisplayName("C24 a secret that the server's configuration changes is refused")
  void changedSecret() {
    assertThat(applications.refusal("changed")).contains("session.secret-key has $$");
    assertThat(applications.log()).doesNotContain(CHANGED, CHANGED.replace("$$", "$"));
  }

  @Test
  @DisplayName("C13 C20 a store without its client and two stores are refused with a remedy")
  void noUsableStore() {
    assertThat(applications.refusal("no-client"))
        .contains("session.store is redis, but the application does not have all of its client")
        .contains("Add redis.clients:jedis");
    assertThat(applications.refusal("short-lived-store"))
        .contains("RequestStore is @RequestScoped", "Make it @ApplicationScoped");
    assertThat(applications.refusal("two-stores"))
        .contains("The application has 2 beans of type SessionStore");
  }

  @Test
  @DisplayName("C25 an application with a Jackson that is too old is refused")
  void oldJackson() {
    assertThat(applications.refusal("old-jackson"))
        .contains("jackson-core 2.17.2", "jackson-databind 2.17.2", "sessions need Jackson 2.18.0")
        .contains("Update it");
  }

  @Test
  @DisplayName("K2 V5 an application that switches on default typing is refused")
  void defaultTyping() {
    assertThat(applications.refusal("default-typing"))
        .contains("A JsonMapperCustomizer switches on default typing")
        .contains("Remove the call of activateDefaultTyping");
  }

  @Test
  @DisplayName("L9 C20 K1 faulty session beans are refused in one message with faulty options")
  void faultySessionBeans() {
    assertThat(applications.refusal("session-beans"))
        .contains(
            "Signet cannot start because the application has 3 faults:",
            "session.secret-key ",
            "@SessionBean dev.signet.suite.faulty.ClosedBean is final",
            "FirstBean and dev.signet.suite.faulty.SecondBean have the same attribute 'same'");
    assertThat(applications.log()).doesNotContain(SHORT, "only-16-bytes");
  }

  @Test
  @DisplayName("C1 the demo's WAR has no secret outside of development")
  void demoWithoutASecret() {
    assertThat(applications.refusal("demo-without-key")).contains("session.secret-key is missing");
  }

  @Test
  @DisplayName("C20 C21 K1 one message contains every fault with its key, and no secret")
  void everyFaultAtOnce() {
    assertThat(applications.refusal("everything"))
        .contains(
            "session.secret-key ",
            "session.previous-secret-keys ",
            "session.cookie-name begins with __Host-; ",
            "session.cookie-name begins with __Host- or __Secure-",
            "session.max-age is 'soon'",
            "session.path is '/a;b'",
            "session.http-only is 'perhaps'",
            "session.same-site is None",
            "session.partitioned is true",
            "session.sliding is 'often'",
            "session.absolute-timeout is '-1'");
    assertThat(applications.log()).doesNotContain(SHORT, "only-16-bytes");
  }
}
