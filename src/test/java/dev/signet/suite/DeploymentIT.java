package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.seal.SessionKey;
import dev.signet.suite.store.AnotherStore;
import dev.signet.suite.store.OwnStore;
import dev.signet.suite.store.RequestStore;
import java.io.File;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A faulty configuration does not deploy, on Open Liberty. */
@ArquillianTest
@RunAsClient
class DeploymentIT {

  private static final String SHORT = "only-16-bytes-.,";
  private static final Pattern FRESH = Pattern.compile("session\\.secret-key=([\\w-]{43})");

  @ArquillianResource Deployer deployer;

  @Deployment(name = "missing", managed = false, testable = false)
  static WebArchive missing() {
    return Wars.configured("missing");
  }

  @Deployment(name = "blank", managed = false, testable = false)
  static WebArchive blank() {
    return Wars.configured("blank", "session.secret-key=   ");
  }

  @Deployment(name = "short", managed = false, testable = false)
  static WebArchive shortKey() {
    return Wars.configured("short", "session.secret-key=quite-short-but-mine");
  }

  @Deployment(name = "placeholder", managed = false, testable = false)
  static WebArchive placeholder() {
    return Wars.configured("placeholder", "session.secret-key=changemechangemechangemechangeme");
  }

  @Deployment(name = "everything", managed = false, testable = false)
  static WebArchive everything() {
    return Wars.configured(
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

  @Deployment(name = "no-client", managed = false, testable = false)
  static WebArchive redisWithoutItsClient() {
    return Wars.suite("no-client", "session.store=redis");
  }

  @Deployment(name = "two-stores", managed = false, testable = false)
  static WebArchive twoStores() {
    return Wars.suite("two-stores").addClasses(OwnStore.class, AnotherStore.class);
  }

  @Deployment(name = "short-lived-store", managed = false, testable = false)
  static WebArchive storeOfARequest() {
    return Wars.suite("short-lived-store").addClasses(OwnStore.class, RequestStore.class);
  }

  @Deployment(name = "demo", managed = false, testable = false)
  static WebArchive demo() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("signet.demo")));
  }

  private String refusal(String name) {
    int before = ServerLog.read("messages.log").length();
    assertThatThrownBy(() -> deployer.deploy(name)).isNotNull();
    return ServerLog.read("messages.log").substring(before);
  }

  @Test
  @DisplayName("C1 S5 a missing, blank, short or well-known secret: refused, with a fresh key")
  void noUsableSecret() {
    for (String name : new String[] {"missing", "blank", "short", "placeholder"}) {
      String refusal = refusal(name);
      assertThat(refusal).contains("session.secret-key").doesNotContain("quite-short-but-mine");
      var fresh = FRESH.matcher(refusal);
      assertThat(fresh.find()).as(refusal).isTrue();
      assertThat(new SessionKey(fresh.group(1))).isNotNull();
    }
  }

  @Test
  @DisplayName("C13 C20 a store whose client is not there, and two stores: refused, with a remedy")
  void noUsableStore() {
    assertThat(refusal("no-client"))
        .contains("session.store is redis, but the application does not have all of its client")
        .contains("Add redis.clients:jedis");
    assertThat(refusal("short-lived-store"))
        .contains("RequestStore is @RequestScoped", "Make it @ApplicationScoped");
    assertThat(refusal("two-stores")).contains("The application has 2 beans of type SessionStore");
  }

  @Test
  @DisplayName("C1 the demo's WAR has no secret of its own outside of development")
  void demoWithoutASecret() {
    assertThat(refusal("demo")).contains("session.secret-key is missing");
  }

  @Test
  @DisplayName("C20 C21 K1 every fault is in one message, with its key, and no secret is")
  void everyFaultAtOnce() {
    assertThat(refusal("everything"))
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
            "session.absolute-timeout is '-1'")
        .doesNotContain(SHORT, "only-16-bytes");
  }
}
