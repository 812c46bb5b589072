package dev.signet.suite;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

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

  /** The caller everywhere. */
  @Nested
  @DisplayName("J4 the caller everywhere")
  class Callers implements CallerContract {

    @Override
    public Client client() {
      return server.client(
          "caller", name -> CallerContract.application(name, "session.logins=memory"));
    }
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
