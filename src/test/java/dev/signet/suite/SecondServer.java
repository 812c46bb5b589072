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
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Another Open Liberty, in a process of its own, with one application and no more features than
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
        <webApplication location="%s" contextRoot="/%s">
          <classloader apiTypeVisibility="+third-party" />
        </webApplication>
        <logging traceSpecification="dev.signet.*=all" traceFormat="BASIC" maxFileSize="0" />
      </server>
      """;

  private final URI url;
  private final Path log;
  private final Process process;

  /**
   * Starts it and waits until the application answers.
   *
   * @param features more features of the server
   */
  SecondServer(WebArchive application, String name, String... features) {
    try {
      Path home = Path.of(System.getProperty("wlp.home"));
      Path folder = Files.createDirectories(home.resolve("usr/servers").resolve(NAME));
      log = folder.resolve("logs/messages.log");
      Path console = folder.resolve("console.log");
      Path war = Files.createDirectories(folder.resolve("apps")).resolve(name + ".war");
      application.as(ZipExporter.class).exportTo(war.toFile(), true);
      int port = FreePort.find();
      Files.writeString(
          folder.resolve("server.xml"),
          CONFIG.formatted(elements(features), port, war.getFileName(), name));
      var command = new ProcessBuilder(home.resolve("bin/server").toString(), "run", NAME);
      command.environment().put("JVM_ARGS", "-XX:TieredStopAtLevel=1"); // starts faster
      process = command.redirectErrorStream(true).start();
      url = URI.create("http://localhost:%d/%s/".formatted(port, name));
      awaitStart(console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String elements(String... features) {
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
    return new Client(url.resolve("/"));
  }

  /** Returns the log of the server, or nothing if it has written none. */
  String messages() {
    try {
      return Files.readString(
          Path.of(System.getProperty("wlp.home"), "usr/servers", NAME, "logs/messages.log"));
    } catch (IOException e) {
      return "";
    }
  }

  Client client() {
    return new Client(url);
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
