package dev.signet.suite;

import dev.signet.logging.TestLog;
import dev.signet.suite.app.SuiteApplication;
import jakarta.ws.rs.SeBootstrap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The suite on the Jakarta REST implementation that is on the class path, in this process. */
abstract class InProcessSuite
    implements WritingContract,
        AcceptingContract,
        HttpContract,
        LoginContract,
        FlashContract,
        BeanContract {

  private static SeBootstrap.Instance server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    server =
        SeBootstrap.start(
                SuiteApplication.class,
                SeBootstrap.Configuration.builder().host("localhost").port(0).build())
            .toCompletableFuture()
            .get(1, TimeUnit.MINUTES);
    client = new Client(server.configuration().baseUri());
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  @Override
  public Client client() {
    return client;
  }

  @Override
  public String log() {
    return TestLog.installed().text();
  }
}
