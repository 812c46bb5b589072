package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.FreePort;
import dev.signet.suite.checkpoint.LoggedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * When the key is read, relative to a checkpoint of Open Liberty InstantOn. A JDK without support
 * for checkpoints requests one at the same point, and fails then.
 */
class CheckpointIT {

  private static final String SERVER = "signet-checkpoint";
  private static final String REQUESTED = "CWWKC0451I";
  private static final String CONFIG =
      """
      <server>
        <featureManager>
          <feature>restfulWS-3.1</feature>
          <feature>cdi-4.0</feature>
          <feature>mpConfig-3.1</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" httpPort="%d" httpsPort="-1" />
        <webApplication location="checkpoint.war" contextRoot="/" />
      </server>
      """;

  /** Returns the log of a server that was started for a checkpoint. */
  private static String checkpoint(String phase) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("wlp.home"));
    Path folder = Files.createDirectories(home.resolve("usr/servers").resolve(SERVER));
    Path applications = Files.createDirectories(folder.resolve("apps"));
    TestArchives.library("checkpoint")
        .addPackage(LoggedKey.class.getPackage())
        .addAsServiceProvider(ConfigSource.class, LoggedKey.class)
        .as(ZipExporter.class)
        .exportTo(applications.resolve("checkpoint.war").toFile(), true);
    Files.writeString(folder.resolve("server.xml"), CONFIG.formatted(FreePort.find()));
    String command = home.resolve("bin/server").toString();
    Process server =
        new ProcessBuilder(command, "checkpoint", SERVER, "--at=" + phase)
            .redirectErrorStream(true)
            .start();
    String output = new String(server.getInputStream().readAllBytes(), UTF_8);
    server.waitFor();
    Path log = folder.resolve("logs/messages.log");
    assertThat(log).as(output).exists();
    return Files.readString(log);
  }

  @Test
  @DisplayName("K7 a checkpoint before the application starts is taken before the key is read")
  void beforeTheApplicationStarts() throws Exception {
    String log = checkpoint("beforeAppStart");
    assertThat(log).contains(REQUESTED);
    assertThat(log.substring(0, log.indexOf(REQUESTED))).doesNotContain(LoggedKey.READ);
  }

  @Test
  @DisplayName("K7 a checkpoint after the application has started has the key in memory")
  void afterTheApplicationHasStarted() throws Exception {
    String log = checkpoint("afterAppStart");
    assertThat(log).contains(REQUESTED);
    assertThat(log.substring(0, log.indexOf(REQUESTED))).contains(LoggedKey.READ);
  }
}
