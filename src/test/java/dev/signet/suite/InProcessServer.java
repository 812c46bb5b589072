package dev.signet.suite;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs an application on the Jakarta REST implementation that is on the class path, in this
 * process, for the tests of a class.
 */
final class InProcessServer implements BeforeAllCallback, AfterAllCallback {

  private final Class<? extends Application> application;

  private SeBootstrap.@Nullable Instance server;
  private @Nullable Client client;

  InProcessServer(Class<? extends Application> application) {
    this.application = application;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    var anyPort = SeBootstrap.Configuration.builder().host("localhost").port(0).build();
    server = SeBootstrap.start(application, anyPort).toCompletableFuture().get(1, TimeUnit.MINUTES);
    client = new Client(server.configuration().baseUri());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    requireNonNull(server).stop().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  Client client() {
    return requireNonNull(client);
  }
}
