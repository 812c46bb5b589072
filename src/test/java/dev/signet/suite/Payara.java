package dev.signet.suite;

import static java.util.Locale.ROOT;

import dev.signet.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Payara Micro, in the jar that the system property {@code payara.jar} names. */
final class Payara extends ForkedServer {

  private static final Pattern STARTED = Pattern.compile("PAYARA STARTED");
  private static final Pattern FAILED = Pattern.compile("Exception while loading the app");
  private static final Pattern STOPPED = Pattern.compile("Exception in thread \"main\"");

  Payara() {
    this(FreePort.find());
  }

  private Payara(int port) {
    super("payara", port, command(port));
    await(STARTED, STOPPED);
  }

  /** Its command line deploys only before the start, so a class calls its API. */
  private static ProcessBuilder command(int port) {
    String jar = System.getProperty("payara.jar");
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1", // starts faster
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            jar);
    Stream<String> server =
        Stream.of(
            file("PayaraLauncher.java"),
            "--nohazelcast", // its data grid, which other machines could join
            "--disablephonehome",
            "--port",
            Integer.toString(port),
            "--prebootcommandfile",
            file("before-start"),
            "--logproperties",
            file("logging.properties"));
    return new ProcessBuilder(Stream.of(java, opened(jar), server).flatMap(part -> part).toList());
  }

  /** Returns the options that {@code java -jar} takes from the manifest. */
  private static Stream<String> opened(String jar) {
    try (var file = new JarFile(jar)) {
      var manifest = file.getManifest().getMainAttributes();
      return Stream.of("Add-Opens", "Add-Exports")
          .flatMap(
              name ->
                  Arrays.stream(manifest.getValue(name).split(" "))
                      .map(each -> "--%s=%s=ALL-UNNAMED".formatted(name.toLowerCase(ROOT), each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String name) {
    return Path.of("src/test/payara", name).toAbsolutePath().toString();
  }

  @Override
  void deploy(String name, File archive) throws IOException {
    enter(archive.getAbsolutePath());
  }

  @Override
  Pattern deployed(String name) {
    return Pattern.compile(name + " was successfully deployed");
  }

  @Override
  Pattern failed(String name) {
    return FAILED;
  }
}
