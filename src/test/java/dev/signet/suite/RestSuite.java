package dev.signet.suite;

import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The suite over HTTP on another runtime than the Open Liberty of the other tests. A runtime is a
 * subclass, with its server and the table of what that server itself refuses. This is the part
 * without servlets and WebSocket.
 */
@ExtendWith(Differences.class)
abstract class RestSuite {

  /** Returns the server. */
  abstract RuntimeServer server();

  /** Returns the tests that the server cannot pass, each with the reason. */
  abstract Map<String, String> differences();

  /** Returns the application with guarded resources. */
  WebArchive guards() {
    return GuardIT.guards();
  }

  /** Returns the application with forms. */
  WebArchive forms() {
    return FormsIT.application("forms");
  }

  /** One session per request, its cookie and its values, in Jakarta REST. */
  @Nested
  @DisplayName("J4 sessions of Jakarta REST")
  class Rest
      implements WritingContract,
          AcceptingContract,
          HttpContract,
          LoginContract,
          FlashContract,
          BeanContract {

    @Override
    public Client client() {
      return server().client("suite", TestArchives::suite);
    }

    @Override
    public String log() {
      return server().log();
    }
  }

  /** Forms with a token. */
  @Nested
  @DisplayName("J4 forms of Jakarta REST")
  class Forms implements FormsContract {

    @Override
    public Client client() {
      return server().client("forms", name -> RestSuite.this.forms());
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

  /** Guarded resources. */
  @Nested
  @DisplayName("J4 guards of Jakarta REST")
  class Guards implements GuardContract {

    @Override
    public Client client() {
      return server().client("guards", name -> RestSuite.this.guards());
    }

    @Override
    public String root() {
      String base = client().base().getPath();
      return base.substring(0, base.length() - 1);
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
