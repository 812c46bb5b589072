package dev.signet.suite;

import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Applications that Open Liberty has to refuse. All are deployed at once: deployed by Arquillian,
 * one after the other, each of them takes more than two seconds.
 */
final class FaultyApplications implements AutoCloseable {

  private static final String LOG = "messages.log";
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final List<Path> deployed = new ArrayList<>();
  private final int before = ServerLog.read(LOG).length();

  FaultyApplications(List<WebArchive> applications) throws IOException {
    Path dropins = Files.createDirectories(ServerLog.folder().resolveSibling("dropins"));
    for (WebArchive application : applications) {
      Path file = dropins.resolve(application.getName());
      Path whole = file.resolveSibling(file.getFileName() + ".part");
      application.as(ZipExporter.class).exportTo(whole.toFile(), true);
      deployed.add(Files.move(whole, file));
    }
  }

  /** Returns what the log says of the application that was refused; waits for it. */
  String refusal(String name) {
    try (var changes = ServerLog.folder().getFileSystem().newWatchService()) {
      ServerLog.folder().register(changes, ENTRY_MODIFY);
      long end = System.nanoTime() + TIMEOUT.toNanos();
      Optional<String> found = find(name);
      while (found.isEmpty()) {
        WatchKey change = changes.poll(end - System.nanoTime(), NANOSECONDS);
        if (change == null) {
          throw new AssertionError(name + " was neither started nor refused: " + log());
        }
        change.reset();
        found = find(name);
      }
      return found.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> find(String name) {
    String log = log();
    if (log.contains("CWWKZ0001I: Application %s started".formatted(name))) {
      throw new AssertionError(name + " was started.");
    }
    String refusal = "CWWKZ0002E: [^\n]* the application %s\\. .*?\n(?=\\[|\\z)".formatted(name);
    return Pattern.compile(refusal, Pattern.DOTALL)
        .matcher(log)
        .results()
        .map(MatchResult::group)
        .findFirst();
  }

  /** Returns what was logged since these were deployed. */
  String log() {
    return ServerLog.read(LOG).substring(before);
  }

  @Override
  public void close() throws IOException {
    for (Path file : deployed) {
      Files.deleteIfExists(file);
    }
  }
}
