package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Log-ins on an Open Liberty with Jakarta Security, which enforces the annotations itself, too. */
class WithSecurityFeatureIT {

  private static final String NAME = "recipe-secured";

  private static SecondServer server;

  @BeforeAll
  static void start() {
    server = new SecondServer(Recipe.war(NAME), NAME, "appSecurity-5.0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName("L1 L2 L3 L4 the recipe of the documentation works with Jakarta Security")
  void recipe() {
    Recipe.check(server.client());
    assertThat(server.log()).contains("appSecurity-5.0");
  }
}
