package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.rotation.ChangingKeys;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys that change while the application runs on Open Liberty. */
@ArquillianTest
@RunAsClient
class RotationIT {

  private static final String NEXT = "suite-nExT8Rk1Vd6Yp3Tb9Xs2Fj7Hq4Cz0GmA5";

  @ArquillianResource URL url;

  @Deployment
  static WebArchive rotation() {
    return Wars.library(
            "rotation",
            "session.secret-key=" + Tokens.SECRET,
            "session.previous-secret-keys=" + Tokens.PREVIOUS)
        .addPackage(ChangingKeys.class.getPackage())
        .addAsServiceProvider(ConfigSource.class, ChangingKeys.class);
  }

  /** Returns how many attributes a session has that was signed with a key; none where it is new. */
  private String sizeUnder(String key) {
    long now = Tokens.now();
    String payload = "{\"iat\":%d,\"exp\":%d,\"data\":{\"a\":1}}".formatted(now, now + 1000);
    return client().get("keys", "Cookie", Tokens.signed(key, "session", payload)).body();
  }

  private Client client() {
    return new Client(URI.create(url.toString()));
  }

  @Test
  @DisplayName(
      "R7 C2 a key is accepted, and an old one not any more, within a minute of the change")
  void withoutRestart() {
    assertThat(sizeUnder(NEXT)).isEqualTo("0");
    assertThat(sizeUnder(Tokens.PREVIOUS)).isEqualTo("1");
    client().post("keys/session.previous-secret-keys", NEXT);
    Instant latest = Instant.now().plus(Duration.ofMinutes(1));
    String size = "0";
    while (size.equals("0") && Instant.now().isBefore(latest)) {
      size = sizeUnder(NEXT);
    }
    assertThat(size).isEqualTo("1");
    assertThat(sizeUnder(Tokens.PREVIOUS)).isEqualTo("0");
    assertThat(sizeUnder(Tokens.SECRET)).isEqualTo("1");
  }
}
