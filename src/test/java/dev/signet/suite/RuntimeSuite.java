package dev.signet.suite;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The suite over HTTP, with servlets and WebSocket. */
abstract class RuntimeSuite extends ServletSuite {

  /** WebSocket endpoints. */
  @Nested
  @DisplayName("J4 WebSocket endpoints")
  class WebSockets implements WebSocketContract {

    @Override
    public Client client(String application) {
      return server().client(application, WebSocketContract::application);
    }
  }
}
