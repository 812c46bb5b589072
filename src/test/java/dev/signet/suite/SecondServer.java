package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.signet.FreePort;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Another Open Liberty, in a process of its own, with some applications and no more features than
 * Signet requires.
 */
final class SecondServer implements AutoCloseable {

  private static final String NAME = "signet-second";
  private static final String CONFIG =
      """
      <server>
        <featureManager>
          <feature>restfulWS-3.1</feature>
          <feature>cdi-4.0</feature>
          <feature>mpConfig-3.1</feature>
          %s
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" httpPort="%d" httpsPort="-1" />
        <applicationManager startTimeout="5m" />
        %s
        <logging traceSpecification="dev.signet.*=all" traceFormat="BASIC" maxFileSize="0" />
      </server>
      """;
  private static final String APPLICATION =
      """
      <webApplication location="%1$s.war" contextRoot="/%1$s">
        <classloader apiTypeVisibility="+third-party" />
      </webApplication>
      """;

  private final URI root;
  private final String name;
  private final Path log;
  private final Process process;

  /**
   * Starts it and waits until the application answers.
   *
   * @param features more features of the server
   */
  SecondServer(WebArchive application, String name, String... features) {
    this(NAME, List.of(application), "", features);
  }

  /**
   * Starts it and waits until the applications answer.
   *
   * @param server the name of the server, unless only one runs at a time
   * @param elements more elements of server.xml
   */
  SecondServer(String server, List<WebArchive> applications, String elements, String... features) {
    try {
      Path home = Path.of(System.getProperty("wlp.home"));
      Path folder = Files.createDirectories(home.resolve("usr/servers").resolve(server));
      log = folder.resolve("logs/messages.log");
      Path console = folder.resolve("console.log");
      Path wars = Files.createDirectories(folder.resolve("apps"));
      for (WebArchive application : applications) {
        application
            .as(ZipExporter.class)
            .exportTo(wars.resolve(application.getName()).toFile(), true);
      }
      name = name(applications.get(0));
      int port = FreePort.find();
      Files.writeString(
          folder.resolve("server.xml"),
          CONFIG.formatted(
              features(features),
              port,
              applications.stream().map(SecondServer::element).collect(joining()) + elements));
      var command = new ProcessBuilder(home.resolve("bin/server").toString(), "run", server);
      command.environment().put("JVM_ARGS", "-XX:TieredStopAtLevel=1"); // starts faster
      process = command.redirectErrorStream(true).start();
      root = URI.create("http://localhost:%d/".formatted(port));
      awaitStart(console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(WebArchive application) {
    return application.getName().replaceFirst("\\.war$", "");
  }

  private static String element(WebArchive application) {
    return APPLICATION.formatted(name(application));
  }

  private static String features(String... features) {
    return Arrays.stream(features).map("<feature>%s</feature>"::formatted).collect(joining());
  }

  private void awaitStart(Path console) throws IOException {
    var output = process.inputReader(UTF_8);
    var lines = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.append(line).append('\n');
      if (line.contains("CWWKF0011I")) { // the server is ready
        var rest = new Thread(() -> discard(output), "second-server");
        rest.setDaemon(true);
        rest.start();
        return;
      }
    }
    Files.writeString(console, lines);
    throw new IllegalStateException("The second server did not start; see " + console);
  }

  /** Reads the output until the server ends, which would wait for a reader. */
  private static void discard(Reader output) {
    try (output) {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The server has been stopped.
    }
  }

  /** Returns a client of the server itself, outside of the application. */
  Client root() {
    return new Client(root);
  }

  /** Returns the log of the server, or nothing if it has written none. */
  String messages() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }

  Client client() {
    return client(name);
  }

  /** Returns a client of one of the applications. */
  Client client(String application) {
    return new Client(root.resolve(application + "/"));
  }

  /** Returns the log as it is now. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
