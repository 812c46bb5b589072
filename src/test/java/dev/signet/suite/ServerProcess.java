package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The process of the server that runs the tests, examined with the tools of the JDK. */
final class ServerProcess {

  private static final Pattern THREAD = Pattern.compile("^\"([^\"]+)\"", Pattern.MULTILINE);

  private final long pid;

  private ServerProcess(long pid) {
    this.pid = pid;
  }

  /** Finds the process, or aborts the test if this system does not show it. */
  static ServerProcess find() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("ws-server.jar"))
        .findFirst()
        .map(process -> new ServerProcess(process.pid()))
        .orElseGet(() -> Assumptions.abort("The process of the server is not visible."));
  }

  private String run(String command) {
    try {
      Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Assumptions.assumeTrue(Files.isExecutable(tool), "This JDK has no jcmd.");
      Process process =
          new ProcessBuilder(tool.toString(), String.valueOf(pid), command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Collects garbage and returns how many class loaders have loaded an enum. Its constants live as
   * long as its class loader.
   */
  long classLoadersOf(Class<? extends Enum<?>> type) {
    return run("GC.class_histogram")
        .lines()
        .filter(line -> line.matches("\\s*\\d+:\\s+\\d+\\s+\\d+\\s+" + type.getName() + "\\b.*"))
        .count();
  }

  /** Returns the number of threads by name, without the numbers in names. */
  Map<String, Long> threads() {
    return THREAD
        .matcher(run("Thread.print"))
        .results()
        .map((MatchResult thread) -> thread.group(1).replaceAll("[0-9a-f]*[0-9]+", "#"))
        .collect(groupingBy(name -> name, counting()));
  }

  /** Returns the open files whose names contain a text. */
  List<String> openFiles(String text) {
    Path folder = Path.of("/proc", String.valueOf(pid), "fd");
    try (var files = Files.list(folder)) {
      return files.map(ServerProcess::target).filter(name -> name.contains(text)).toList();
    } catch (IOException e) {
      return Assumptions.abort("Open files are not visible here: " + e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // it has been closed
    }
  }
}
