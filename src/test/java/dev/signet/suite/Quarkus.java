package dev.signet.suite;

import dev.signet.FreePort;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Quarkus, which has one application in a process. The application is that of {@code
 * src/it/quarkus-suite} with other classes, built again.
 */
final class Quarkus extends ForkedApplications {

  private static final String JAR = "app/quarkus-suite-1.jar";

  /** Larger than by default are the headers of some tests, and the fields of a form. */
  private static final String SETTINGS =
      """
      quarkus.package.jar.type=mutable-jar
      quarkus.http.limits.max-header-size=64K
      quarkus.http.limits.max-form-attribute-size=1M
      quarkus.http.root-path=/""";

  private static final Pattern STARTED = Pattern.compile("Listening on: http");
  private static final Pattern FAILED = Pattern.compile("Failed to start application");

  @Override
  Running start(String name, WebArchive application) {
    build(name, named(jarWithoutApplicationClass(application)));
    return start(name, folder(name), "/" + name + "/");
  }

  private static Running start(String name, Path folder, String path, String... options) {
    int port = FreePort.find();
    String[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "-Dquarkus.http.host=localhost";
    all[options.length + 1] = "-Dquarkus.http.port=" + port;
    var process = new ForkedProcess("quarkus/" + name, java(folder, all));
    if (!process.await(STARTED, FAILED)) {
      throw new IllegalStateException(name + " does not start:\n" + process.log());
    }
    return new Running(new Client(URI.create("http://localhost:" + port + path)), process);
  }

  /** Returns a client of the application {@code src/it/quarkus} as it was built. */
  Client starter() {
    return started(
        "starter",
        it ->
            start(
                it,
                Path.of(System.getProperty("quarkus.apps"), "quarkus/target/quarkus-app"),
                "/",
                "-Dsession.secret-key=" + Tokens.SECRET));
  }

  /** Builds an application with all its classes, and returns the log of a start that must fail. */
  String failedStart(String name, WebArchive application) {
    return failedStart(name, named(jar(application)));
  }

  /** As {@link #failedStart}, for an application that does not name the extension. */
  String failedStartWithoutExtension(String name, WebArchive application) {
    return failedStart(name, jar(application));
  }

  /** Adds the file that names the extension for session beans. */
  private static JavaArchive named(JavaArchive application) {
    return application.addAsServiceProvider(
        BuildCompatibleExtension.class.getName(), "dev.signet.cdi.LiteExtension");
  }

  private static String failedStart(String name, JavaArchive application) {
    build(name, application);
    try (var process = new ForkedProcess("quarkus/" + name, java(folder(name)))) {
      if (process.await(STARTED, FAILED)) {
        throw new AssertionError(name + " has started");
      }
      process.awaitEnd();
      return process.log();
    }
  }

  private static void build(String name, JavaArchive jar) {
    Path folder = folder(name);
    copy(Path.of(System.getProperty("quarkus.apps"), "quarkus-suite/target/quarkus-app"), folder);
    jar.add(new StringAsset(SETTINGS + name), "application.properties")
        .as(ZipExporter.class)
        .exportTo(folder.resolve(JAR).toFile(), true);
    try (var build =
        new ForkedProcess("quarkus/" + name, java(folder, "-Dquarkus.launch.rebuild=true"))) {
      if (build.awaitEnd() != 0) {
        throw new IllegalStateException(name + " was not built:\n" + build.log());
      }
    }
  }

  private static Path folder(String name) {
    return Path.of(System.getProperty("runtimes"), "quarkus", name, "quarkus-app");
  }

  private static ProcessBuilder java(Path folder, String... options) {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString()),
                Stream.of("-Xmx512m", "-XX:TieredStopAtLevel=1"),
                Stream.of(options),
                Stream.of("-jar", "quarkus-run.jar"))
            .flatMap(part -> part)
            .toList();
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  private static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
