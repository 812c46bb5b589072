package dev.signet.suite;

import dev.signet.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The application {@code src/it/helidon}, in the profile {@code runtimes}, if a JDK is named that
 * Helidon runs on.
 */
@EnabledIfSystemProperty(named = "helidon.java", matches = ".+")
class HelidonIT implements StarterContract {

  private static final Pattern STARTED = Pattern.compile("Server started on");
  private static final Pattern FAILED = Pattern.compile("Exception in thread");

  private static ForkedProcess server;
  private static Client client;

  @BeforeAll
  static void start() {
    int port = FreePort.find();
    server =
        new ForkedProcess(
            "helidon",
            new ProcessBuilder(
                System.getProperty("helidon.java"),
                "-Dserver.host=localhost",
                "-Dserver.port=" + port,
                "-Dsession.secret-key=" + Tokens.SECRET,
                "-jar",
                Path.of(System.getProperty("consumers"), "helidon/target/helidon.jar").toString()));
    if (!server.await(STARTED, FAILED)) {
      throw new IllegalStateException("Helidon does not start:\n" + server.log());
    }
    client = new Client(URI.create("http://localhost:" + port + "/"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public Client client() {
    return client;
  }
}
