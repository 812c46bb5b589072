package dev.signet.suite;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/** The suite on an Open Liberty that hides the servlet API from applications. */
@DisplayName("J1 the suite on a server that hides the servlet API")
class WithoutServletFeatureIT implements WritingContract, AcceptingContract, HttpContract {

  private static SecondServer server;

  @BeforeAll
  static void start() {
    server = new SecondServer(TestArchives.suite("minimal"), "minimal");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public Client client() {
    return server.client();
  }

  @Override
  public String log() {
    return server.log();
  }
}
