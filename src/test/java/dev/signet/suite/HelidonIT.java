package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.faulty.FirstBean;
import dev.signet.suite.faulty.SecondBean;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The suite on Helidon MP without WebSocket, in the profile {@code runtimes}, if a JDK is named
 * that Helidon runs on.
 */
@EnabledIfSystemProperty(
    named = "helidon.java",
    matches = ".+",
    disabledReason = "Helidon needs JDK 21 or later: -Pruntimes -Dhelidon.java=.../bin/java")
class HelidonIT extends RestSuite {

  private static Helidon server;

  @BeforeAll
  static void start() {
    server = new Helidon();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  RuntimeServer server() {
    return server;
  }

  @Override
  Map<String, String> differences() {
    return Map.of(
        "Csrf.everyOtherMethodIsChecked(POST)",
        "Jersey fails on a POST without a content type to a method with form parameters.",
        "Rest.notFound",
        "Helidon drops the response to a path that no resource matches, and sends its own.");
  }

  @Test
  @DisplayName(
      "C20 L9 faults of options and session beans are in one message, and prevent the start")
  void faults() {
    var faulty =
        TestArchives.library("faulty", "session.max-age=soon", "session.health=true")
            .addClasses(FirstBean.class, SecondBean.class);
    assertThat(server.failedStart("faulty", faulty))
        .contains(
            "Signet cannot start because the application has 4 faults:",
            "  session.secret-key ",
            "  session.max-age ",
            "  session.health is true, and the server has no MicroProfile Health",
            "have the same attribute 'same'");
  }

  /** The application of the starter. */
  @Nested
  @DisplayName("J4 an application with the dependency alone")
  class Starter implements StarterContract {

    @Override
    public Client client() {
      return server.starter();
    }
  }
}
