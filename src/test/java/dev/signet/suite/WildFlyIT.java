package dev.signet.suite;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
