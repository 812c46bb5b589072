package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * A server in a process of its own. Applications are deployed when a test first needs them, and
 * stay until the server stops.
 */
abstract class ForkedServer implements AutoCloseable {

  private static final int START_MINUTES = 3;

  private static final long QUIET_MILLIS = 300;

  private final int port;
  private final Path folder;
  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final StringBuilder log = new StringBuilder();
  private final Map<String, Client> clients = new ConcurrentHashMap<>();

  /**
   * Starts the process.
   *
   * @param name the name of the folder of the applications and of the log
   * @param port the port of the server
   */
  ForkedServer(String name, int port, ProcessBuilder command) {
    this.port = port;
    try {
      folder = Files.createDirectories(Path.of(System.getProperty("runtimes"), name));
      process = command.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var reader = new Thread(this::read, name + "-log");
    reader.setDaemon(true);
    reader.start();
    // A server that does not start has no test that closes it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  private void read() {
    try (BufferedReader output = process.inputReader(UTF_8);
        var file = Files.newBufferedWriter(folder.resolve("console.log"))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        append(line);
        file.write(line);
        file.newLine();
        file.flush();
        unread.add(line);
      }
    } catch (IOException e) {
      // The server has been stopped.
    }
  }

  /** Adds to an application what every application of this server needs. */
  WebArchive complete(WebArchive application) {
    return application;
  }

  /** Begins to deploy an application under its name. */
  abstract void deploy(String name, File archive) throws IOException;

  /** Returns the text of the log that reports that an application is deployed. */
  abstract Pattern deployed(String name);

  /** Returns the text of the log that reports that an application could not be deployed. */
  abstract Pattern failed(String name);

  /** Returns a client of an application, which is deployed if it has not been. */
  final Client client(String name, Function<String, WebArchive> application) {
    return clients.computeIfAbsent(
        name,
        it -> {
          Deployment outcome = tryToDeploy(it, application.apply(it));
          if (!outcome.succeeded()) {
            throw new IllegalStateException(name + " was not deployed:\n" + outcome.log());
          }
          return new Client(URI.create("http://localhost:%d/%s/".formatted(port, it)));
        });
  }

  /** The outcome of a deployment, and what the server has logged during it. */
  record Deployment(boolean succeeded, String log) {}

  /** Deploys an application that may have faults. */
  final Deployment tryToDeploy(String name, WebArchive application) {
    File archive = folder.resolve(name + ".war").toFile();
    complete(application).as(ZipExporter.class).exportTo(archive, true);
    int before = log().length();
    try {
      deploy(name, archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean succeeded = await(deployed(name), failed(name));
    return new Deployment(succeeded, log().substring(before));
  }

  /**
   * Waits for a line of the log.
   *
   * @return whether it is the first of the two
   */
  final boolean await(Pattern success, Pattern failure) {
    try {
      for (String line = next(); line != null; line = next()) {
        if (success.matcher(line).find()) {
          return true;
        }
        if (failure.matcher(line).find()) {
          return false;
        }
      }
      throw new IllegalStateException("The server does not respond; see " + folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String next() throws InterruptedException {
    return unread.poll(START_MINUTES, TimeUnit.MINUTES);
  }

  /** Writes a line to the standard input of the process. */
  final void enter(String line) throws IOException {
    var input = process.outputWriter(UTF_8);
    input.write(line + "\n");
    input.flush();
  }

  /** Returns the output of the server as it is now. */
  final String log() {
    synchronized (log) {
      awaitQuiet();
      return log.toString();
    }
  }

  /** The log of another process arrives after the response of the request that it belongs to. */
  private void awaitQuiet() {
    int size;
    do {
      size = log.length();
      try {
        log.wait(QUIET_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    } while (log.length() > size);
  }

  private void append(String line) {
    synchronized (log) {
      log.append(line).append('\n');
      log.notifyAll();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
