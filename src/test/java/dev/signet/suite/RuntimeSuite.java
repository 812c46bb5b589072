package dev.signet.suite;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The suite over HTTP on another runtime than the Open Liberty of the other tests. A runtime is a
 * subclass, with its server and the table of what that server itself refuses.
 */
@ExtendWith(Differences.class)
abstract class RuntimeSuite {

  /** Returns the server. */
  abstract ForkedServer server();

  /** Returns the tests that the server cannot pass, each with the reason. */
  abstract Map<String, String> differences();

  /** One session per request, its cookie and its values, in Jakarta REST. */
  @Nested
  @DisplayName("J4 sessions of Jakarta REST")
  class Rest implements WritingContract, AcceptingContract, HttpContract, LoginContract {

    @Override
    public Client client() {
      return server().client("suite", TestArchives::suite);
    }

    @Override
    public String log() {
      return server().log();
    }
  }

  /** Servlets, pages, and every way of committing a response. */
  @Nested
  @DisplayName("J4 the commit of every response")
  class Commit implements CommitContract {

    @Override
    public Client client() {
      return server().client("commit", name -> CommitContract.application());
    }
  }

  /** Forms with a token. */
  @Nested
  @DisplayName("J4 forms of Jakarta REST")
  class Forms implements FormsContract {

    @Override
    public Client client() {
      return server().client("forms", FormsIT::application);
    }
  }

  /** Requests of other sites to resources. */
  @Nested
  @DisplayName("J4 CSRF protection of Jakarta REST")
  class Csrf implements CsrfContract {

    @Override
    public Client client(String application) {
      return server().client(application, CsrfContract::application);
    }

    @Override
    public String log() {
      return server().log();
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

  /** Guarded resources. */
  @Nested
  @DisplayName("J4 guards of Jakarta REST")
  class Guards implements GuardContract {

    @Override
    public Client client() {
      return server().client("guards", name -> GuardIT.guards());
    }

    @Override
    public String root() {
      return "/guards";
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

  /** A store of the application. */
  @Nested
  @DisplayName("J4 a store of the application")
  class OwnStore implements OwnStoreContract {

    @Override
    public Client client() {
      return server().client("own-store", name -> OwnStoreContract.application());
    }

    @Override
    public String log() {
      return server().log();
    }
  }

  /** A clock of the application. */
  @Nested
  @DisplayName("J4 a clock of the application")
  class Kit implements KitContract {

    @Override
    public Client client() {
      return server().client("kit", name -> KitContract.application());
    }

    @Override
    public String log() {
      return server().log();
    }
  }
}
