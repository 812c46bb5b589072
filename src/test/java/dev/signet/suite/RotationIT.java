package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.rotation.ChangingKeys;
import java.net.URI;
import java.net.URL;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys that change while the application runs on Open Liberty. */
@ArquillianTest
@RunAsClient
class RotationIT {

  private static final String NEXT = "suite-nExT8Rk1Vd6Yp3Tb9Xs2Fj7Hq4Cz0GmA5";

  private static final String PREVIOUS_KEYS = "session.previous-secret-keys";

  @ArquillianResource URL url;

  @Deployment
  static WebArchive rotation() {
    return TestArchives.library(
            "rotation",
            "session.secret-key=" + Tokens.SECRET,
            PREVIOUS_KEYS + "=" + Tokens.PREVIOUS)
        .addPackage(ChangingKeys.class.getPackage())
        .addAsServiceProvider(ConfigSource.class, ChangingKeys.class);
  }

  /** Returns the number of attributes of a session that is signed with a key; 0 if it is new. */
  private String sizeUnder(String key) {
    long now = Tokens.now();
    String payload = "{\"iat\":%d,\"exp\":%d,\"data\":{\"a\":1}}".formatted(now, now + 1000);
    return client().get("keys", "Cookie", Tokens.signed(key, "session", payload)).body();
  }

  private Client client() {
    return new Client(URI.create(url.toString()));
  }

  @Test
  @Timeout(60)
  @DisplayName("R7 C2 a minute after its option changed a key is accepted, and an old one rejected")
  void keyIsAcceptedAMinuteAfterItsOptionChanged() {
    assertThat(sizeUnder(NEXT)).isEqualTo("0");
    assertThat(sizeUnder(Tokens.PREVIOUS)).isEqualTo("1");
    client().post("keys/" + PREVIOUS_KEYS, NEXT);
    while (!client().get("keys/" + PREVIOUS_KEYS).body().equals(NEXT)) {
      Thread.onSpinWait(); // the server reads its configuration twice a second
    }
    client().post("keys/minute", "");
    assertThat(sizeUnder(NEXT)).isEqualTo("1");
    assertThat(sizeUnder(Tokens.PREVIOUS)).isEqualTo("0");
    assertThat(sizeUnder(Tokens.SECRET)).isEqualTo("1");
  }
}
