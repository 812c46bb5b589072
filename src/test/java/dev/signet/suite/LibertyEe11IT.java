package dev.signet.suite;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The suite on Open Liberty with Jakarta EE 11. */
class LibertyEe11IT extends RuntimeSuite {

  private static LibertyEe11 server;

  @BeforeAll
  static void start() {
    server = new LibertyEe11();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  ForkedServer server() {
    return server;
  }

  @Override
  Map<String, String> differences() {
    return Map.of();
  }
}
