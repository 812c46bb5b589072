package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options do, on Open Liberty. */
@ArquillianTest
@RunAsClient
class OptionsIT {

  /** What a proxy in front says of a request that reached it over HTTPS. */
  private static final String[] HTTPS = {
    "X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "https"
  };

  @ArquillianResource
  @OperateOnDeployment("strict")
  URL strict;

  @ArquillianResource
  @OperateOnDeployment("lasting")
  URL lasting;

  @Deployment(name = "strict", testable = false)
  static WebArchive strict() {
    return TestArchives.suite(
        "strict",
        "session.cookie-name=__Host-sid",
        "session.secure=TRUE",
        "session.same-site=none",
        "session.partitioned=true",
        "session.http-only=false",
        "session.max-age=none",
        "session.encrypted=true");
  }

  @Deployment(name = "lasting", testable = false)
  static WebArchive lasting() {
    return TestArchives.suite(
        "lasting",
        "session.path=/lasting",
        "session.domain=app.example",
        "session.same-site=Strict",
        "session.max-age=PT1H",
        "session.sliding=true",
        "session.samesite=None",
        "session.absolute-timeout=7200");
  }

  private Client strictClient() {
    return new Client(URI.create(strict.toString()));
  }

  private Client lastingClient() {
    return new Client(URI.create(lasting.toString()));
  }

  private static String cookie(long started, long issued, long maxAge) {
    long now = Tokens.now();
    return Tokens.cookie(
        "{\"iat\":%d,\"exp\":%d,\"start\":%d,\"data\":{\"a\":\"1\"}}"
            .formatted(now - issued, now - issued + maxAge, now - started));
  }

  @Test
  @DisplayName("C3 C4 C6 C7 C8 C9 the cookie is named and marked as configured, deletion included")
  void strictCookie() {
    var set = strictClient().script("", "put a=1").setCookies();
    assertThat(set)
        .singleElement()
        .asString()
        .matches("__Host-sid=[\\w.-]+; Path=/; Secure; SameSite=None; Partitioned");
    String pair = set.get(0).substring(0, set.get(0).indexOf(';'));
    assertThat(strictClient().script(pair, "get a").body()).isEqualTo("1");
    assertThat(strictClient().script(pair, "delete").setCookies())
        .containsExactly(
            "__Host-sid=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Secure;"
                + " SameSite=None; Partitioned");
  }

  @Test
  @DisplayName("C12 content is encrypted, and a signed session is read and encrypted")
  void encrypted() {
    String set = strictClient().script("", "put a=1").setCookies().get(0);
    assertThat(set.split("\\.", -1)).hasSize(5);
    long now = Tokens.now();
    String payload = "{\"iat\":%d,\"exp\":%d,\"data\":{\"a\":\"1\"}}".formatted(now, now + 1000);
    String signed =
        Tokens.signed(Tokens.SECRET, "__Host-sid", payload).replace("session=", "__Host-sid=");
    var read = strictClient().script(signed, "get a");
    assertThat(read.body()).isEqualTo("1");
    assertThat(read.setCookies()).singleElement().asString().startsWith("__Host-sid=");
    assertThat(read.setCookies().get(0).split("\\.", -1)).hasSize(5);
  }

  @Test
  @DisplayName("C4 C5 C6 C8 path, domain, lifetime; Secure exactly behind HTTPS; deletion included")
  void lastingCookie() {
    String attributes = "; Path=/lasting; Domain=app.example; HttpOnly; SameSite=Strict";
    String secure = "; Path=/lasting; Domain=app.example; Secure; HttpOnly; SameSite=Strict";
    assertThat(lastingClient().script("", "put a=1").sessionCookie())
        .endsWith("; Max-Age=3600" + attributes);
    assertThat(lastingClient().script("", "put a=1", HTTPS).sessionCookie())
        .endsWith("; Max-Age=3600" + secure);
    String past = "session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    assertThat(lastingClient().script(cookie(0, 0, 3600), "delete").sessionCookie())
        .isEqualTo(past + attributes);
    assertThat(lastingClient().script(cookie(0, 0, 3600), "delete", HTTPS).sessionCookie())
        .isEqualTo(past + secure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"X-Forwarded-Proto | https,http", "Forwarded | proto=\"https\""})
  @DisplayName("C6 a proxy whose HTTPS the server does not believe is logged with the remedy")
  void unbelievedProxy(String name, String value) {
    assertThat(lastingClient().script("", "put a=1", name, value).sessionCookie())
        .doesNotContain("Secure");
    assertThat(ServerLog.read("messages.log"))
        .contains("X-Forwarded-Proto or Forwarded that says HTTPS", "<remoteIp/>");
  }

  @Test
  @DisplayName("C10 a used session is prolonged once per tenth of its lifetime")
  void sliding() {
    assertThat(lastingClient().script(cookie(300, 300, 3600), "get a").sessionCookies()).isEmpty();
    var prolonged = lastingClient().script(cookie(400, 400, 3600), "get a");
    assertThat(prolonged.sessionCookie()).contains("; Max-Age=3600;");
    assertThat(lastingClient().script(prolonged.pair(), "get a").sessionCookies()).isEmpty();
    assertThat(lastingClient().get("headers", "Cookie", cookie(400, 400, 3600)).sessionCookies())
        .as("not used")
        .isEmpty();
  }

  @Test
  @DisplayName("C11 the absolute timeout ends a session regardless of writes")
  void absoluteTimeout() {
    assertThat(lastingClient().script(cookie(7300, 100, 3600), "size;new").body())
        .isEqualTo("0,true");
    String late = lastingClient().script(cookie(6000, 2000, 3200), "get a;put b=2").sessionCookie();
    assertThat(late).matches(".*; Max-Age=(1200|119\\d);.*");
  }

  @Test
  @DisplayName("C4 a shorter lifetime also ends older tokens")
  void shorterLifetime() {
    assertThat(lastingClient().script(cookie(3700, 3700, 9000), "size;new").body())
        .isEqualTo("0,true");
  }

  @Test
  @DisplayName("C23 a property with almost the name of an option is a warning in the server's log")
  void nearMiss() {
    assertThat(ServerLog.read("messages.log"))
        .contains(
            "session.samesite is not an option and is ignored; the option is session.same-site");
  }
}
