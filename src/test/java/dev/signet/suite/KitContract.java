package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.kit.Clocks;
import dev.signet.suite.kit.KitApplication;
import dev.signet.suite.kit.KitResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with a clock of its own. */
interface KitContract {

  Client client();

  /** Returns the log of the server. */
  String log();

  static WebArchive application() {
    return TestArchives.library("kit", "session.secret-key=" + Tokens.SECRET)
        .addClasses(Clocks.class, KitApplication.class, KitResource.class);
  }

  private String me(String cookie) {
    return client().get("kit/me", "Cookie", cookie).body();
  }

  @Test
  @DisplayName("N4 C4 advancing the application's clock ends the session by its signed expiry")
  default void applicationForgets() {
    String cookie = client().post("kit/login", "Ada").pair();
    assertThat(me(cookie)).isEqualTo("Ada");
    client().post("kit/days", "15");
    try {
      assertThat(me(cookie)).isEqualTo("nobody");
    } finally {
      client().post("kit/days", "-15");
    }
    assertThat(log()).contains("application's @SessionClock");
  }
}
