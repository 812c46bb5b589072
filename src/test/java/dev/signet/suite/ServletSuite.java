package dev.signet.suite;

import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The suite over HTTP, with servlets. */
abstract class ServletSuite extends RestSuite {

  /** Returns the application with every way of committing a response. */
  WebArchive commit() {
    return CommitContract.application();
  }

  /** Returns the application with servlets that are posted to. */
  WebArchive posts() {
    return ServletCsrfContract.application();
  }

  /** Returns whether requests to resources pass the servlet container. */
  boolean hasRestBelowServlets() {
    return true;
  }

  /** Servlets, pages, and every way of committing a response. */
  @Nested
  @DisplayName("J4 the commit of every response")
  class Commit implements CommitContract {

    @Override
    public boolean hasRestBelowServlets() {
      return ServletSuite.this.hasRestBelowServlets();
    }

    @Override
    public Client client() {
      return server().client("commit", name -> commit());
    }
  }

  /** Requests of other sites to servlets and pages. */
  @Nested
  @DisplayName("J4 CSRF protection of servlets")
  class ServletCsrf implements ServletCsrfContract {

    @Override
    public Client client() {
      return server().client("posts", name -> posts());
    }

    @Override
    public String log() {
      return server().log();
    }
  }
}
