package dev.signet.suite;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The suite on WildFly, in the profile {@code runtimes}. */
@EnabledIfSystemProperty(named = "wildfly.home", matches = ".+")
class WildFlyIT extends RuntimeSuite {

  private static WildFly server;

  @BeforeAll
  static void start() {
    server = new WildFly();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The application {@code src/it/wildfly}. */
  @Nested
  @DisplayName("J4 an application of a minimal project")
  class Project implements StarterContract {

    @Override
    public Client client() {
      return server.consumer("wildfly");
    }
  }

  @Override
  RuntimeServer server() {
    return server;
  }

  @Override
  Map<String, String> differences() {
    return Map.of(
        "Csrf.everyOtherMethodIsChecked(POST)",
        "RESTEasy refuses a POST without a content type to a method with form parameters.",
        "Rest.bytesBeyondAscii",
        "Undertow refuses such a header before Jakarta REST sees it.");
  }
}
