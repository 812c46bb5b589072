package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Quarkus, which has one application in a process. The application is one of {@code src/it} with
 * other classes, built again.
 */
final class Quarkus extends ForkedApplications {

  private static final String PROPERTIES = "application.properties";

  /** What Quarkus REST cannot do in {@link RestSuite}. */
  static final Map<String, String> REST_DIFFERENCES =
      Map.of(
          "Rest.entityCannotBeWritten",
          "The headers of a response are taken over before its entity is written.",
          "Rest.serverSentEvents",
          "Streams have no response filters, so changes throw; see changeInEvents.",
          "Rest.notFound",
          "A path that no resource matches never reaches Quarkus REST.",
          "Guards.notRedirected",
          "A response that the Accept header excludes is refused with 406 before the filters run.",
          "Forms.resourceReadsTheFields",
          "Quarkus REST does not read an entity as a Form.");

  /** Some tests send headers and form fields above the default limits. */
  private static final String SETTINGS =
      """
      quarkus.package.jar.type=mutable-jar
      quarkus.http.limits.max-header-size=64K
      quarkus.http.limits.max-form-attribute-size=1M
      quarkus.http.root-path=/""";

  private static final Pattern STARTED = Pattern.compile("Listening on: http");
  private static final Pattern FAILED = Pattern.compile("Failed to start application");

  private final String project;

  /**
   * @param project the name of the project in {@code src/it}
   */
  Quarkus(String project) {
    this.project = project;
  }

  @Override
  Running start(String name, WebArchive application) {
    build(name, named(jarWithoutApplicationClass(application)));
    return start(name, folder(name), "/" + name + "/");
  }

  private Running start(String name, Path folder, String path, String... options) {
    int port = FreePort.find();
    String[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "-Dquarkus.http.host=localhost";
    all[options.length + 1] = "-Dquarkus.http.port=" + port;
    var process = new ForkedProcess(project + "/" + name, java(folder, all));
    if (!process.await(STARTED, FAILED)) {
      throw new IllegalStateException(name + " does not start:\n" + process.log());
    }
    return new Running(new Client(URI.create("http://localhost:" + port + path)), process);
  }

  /** Adds the classes of the project to an application. */
  WebArchive withOwnClasses(WebArchive application) {
    Path classes = Path.of(System.getProperty("quarkus.apps"), project, "target/classes");
    try (var files = Files.walk(classes)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(
              file ->
                  application.addAsResource(
                      file.toFile(), classes.relativize(file).toString().replace('\\', '/')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return application;
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

  private String failedStart(String name, JavaArchive application) {
    build(name, application);
    try (var process = new ForkedProcess(project + "/" + name, java(folder(name)))) {
      if (process.await(STARTED, FAILED)) {
        throw new AssertionError(name + " has started");
      }
      process.awaitEnd();
      return process.log();
    }
  }

  private void build(String name, JavaArchive jar) {
    Path folder = folder(name);
    copy(Path.of(System.getProperty("quarkus.apps"), project, "target/quarkus-app"), folder);
    jar.add(new StringAsset(SETTINGS + name + "\n" + settings(jar)), PROPERTIES)
        .as(ZipExporter.class)
        .exportTo(folder.resolve("app/" + project + "-1.jar").toFile(), true);
    try (var build =
        new ForkedProcess(project + "/" + name, java(folder, "-Dquarkus.launch.rebuild=true"))) {
      if (build.awaitEnd() != 0) {
        throw new IllegalStateException(name + " was not built:\n" + build.log());
      }
    }
  }

  /** Returns the settings of Quarkus that the application has. */
  private static String settings(JavaArchive application) {
    var file = application.get(PROPERTIES);
    if (file == null) {
      return "";
    }
    try (var in = file.getAsset().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(String name) {
    return Path.of(System.getProperty("runtimes"), project, name, "quarkus-app");
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
