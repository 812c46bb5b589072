package dev.signet.suite;

import dev.signet.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Helidon MP, which has one application in a process, at the root of the server. The libraries of
 * an application are those of {@code src/it/helidon-suite}.
 */
final class Helidon extends ForkedApplications {

  /** Helidon sees an application class and resources only if they are beans. */
  private static final String ALL_CLASSES_ARE_BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
      """;

  private static final Pattern STARTED = Pattern.compile("Server started on");
  private static final Pattern FAILED = Pattern.compile("Exception in thread");

  @Override
  Running start(String name, WebArchive application) {
    return start(name, classPath(name, application));
  }

  private static Running start(String name, String... program) {
    int port = FreePort.find();
    var process = new ForkedProcess("helidon/" + name, java(port, program));
    if (!process.await(STARTED, FAILED)) {
      throw new IllegalStateException(name + " does not start:\n" + process.log());
    }
    return new Running(new Client(URI.create("http://localhost:" + port + "/")), process);
  }

  /** Returns a client of the application {@code src/it/helidon} as it was built. */
  Client starter() {
    String jar = built("helidon/target/helidon.jar");
    return started(
        "starter", it -> start(it, "-Dsession.secret-key=" + Tokens.SECRET, "-jar", jar));
  }

  /** Returns the log of a start that must fail. */
  String failedStart(String name, WebArchive application) {
    try (var process =
        new ForkedProcess("helidon/" + name, java(FreePort.find(), classPath(name, application)))) {
      if (process.await(STARTED, FAILED)) {
        throw new AssertionError(name + " has started");
      }
      process.awaitEnd();
      return process.log();
    }
  }

  private static String[] classPath(String name, WebArchive application) {
    Path jar = Path.of(System.getProperty("runtimes"), "helidon", name, "application.jar");
    try {
      Files.createDirectories(jar.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jar(application)
        .addAsManifestResource(new StringAsset(ALL_CLASSES_ARE_BEANS), "beans.xml")
        .as(ZipExporter.class)
        .exportTo(jar.toFile(), true);
    return new String[] {
      "-cp", jar + ":" + built("helidon-suite/target/libs/*"), "io.helidon.Main"
    };
  }

  private static String built(String path) {
    return Path.of(System.getProperty("consumers"), path).toString();
  }

  private static ProcessBuilder java(int port, String... program) {
    List<String> command =
        Stream.concat(
                Stream.of(
                    System.getProperty("helidon.java"),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1", // starts faster
                    "-Dserver.host=localhost",
                    "-Dserver.port=" + port,
                    // Some tests send headers above the default limit.
                    "-Dserver.protocols.http_1_1.max-headers-size=65536"),
                Stream.of(program))
            .toList();
    return new ProcessBuilder(command);
  }
}
