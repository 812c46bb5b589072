package dev.signet.suite;

import dev.signet.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** WildFly, in the folder that the system property {@code wildfly.home} names. */
final class WildFly extends ForkedServer {

  private static final String CONFIG = "standalone.xml";
  private static final Pattern STARTED = Pattern.compile("WFLYSRV0025|WFLYSRV0026");
  private static final Pattern STOPPED = Pattern.compile("WFLYSRV0055|WFLYSRV0056");

  WildFly() {
    this(FreePort.find(), FreePort.find());
  }

  private WildFly(int port, int management) {
    super("wildfly", port, command(port, management));
    await(STARTED, STOPPED);
  }

  private static Path standalone() {
    return Path.of(System.getProperty("wildfly.home"), "standalone");
  }

  private static ProcessBuilder command(int port, int management) {
    try {
      Path config = standalone().resolve("configuration").resolve(CONFIG);
      Files.writeString(
          config,
          Files.readString(config)
              .replace("scan-interval=\"5000\"", "scan-interval=\"500\"")
              // A resource may forward the request that Jakarta REST injects.
              .replace(
                  "<servlet-container name=\"default\">",
                  "<servlet-container name=\"default\" allow-non-standard-wrappers=\"true\">"));
      for (File old : standalone().resolve("deployments").toFile().listFiles()) {
        Files.delete(old.toPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var command =
        new ProcessBuilder(
            standalone().resolveSibling("bin/standalone.sh").toString(),
            "-b=127.0.0.1",
            "-bmanagement=127.0.0.1",
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=" + management);
    command.environment().put("JAVA_OPTS", "-Xmx768m -XX:TieredStopAtLevel=1");
    return command;
  }

  @Override
  void deploy(String name, File archive) throws IOException {
    Path deployments = standalone().resolve("deployments");
    Path target = deployments.resolve(archive.getName());
    Files.copy(archive.toPath(), target, StandardCopyOption.REPLACE_EXISTING);
    Files.createFile(deployments.resolve(archive.getName() + ".dodeploy"));
  }

  @Override
  Pattern deployed(String name) {
    return Pattern.compile("WFLYSRV0010: Deployed \"%s\\.war\"".formatted(name));
  }

  @Override
  Pattern failed(String name) {
    return Pattern.compile("WFLYCTL0013|WFLYDS0011");
  }
}
