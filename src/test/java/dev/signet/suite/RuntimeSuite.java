package dev.signet.suite;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The suite over HTTP, with servlets and WebSocket. */
abstract class RuntimeSuite extends RestSuite {

  /** Servlets, pages, and every way of committing a response. */
  @Nested
  @DisplayName("J4 the commit of every response")
  class Commit implements CommitContract {

    @Override
    public Client client() {
      return server().client("commit", name -> CommitContract.application());
    }
  }

  /** Requests of other sites to servlets and pages. */
  @Nested
  @DisplayName("J4 CSRF protection of servlets")
  class ServletCsrf implements ServletCsrfContract {

    @Override
    public Client client() {
      return server().client("posts", name -> ServletCsrfContract.application());
    }

    @Override
    public String log() {
      return server().log();
    }
  }

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
