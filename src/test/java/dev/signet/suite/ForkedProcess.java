package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program in a process of its own, and its log. */
class ForkedProcess implements AutoCloseable {

  private static final int START_MINUTES = 3;

  private static final long QUIET_MILLIS = 300;

  private final Path folder;
  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final StringBuilder log = new StringBuilder();

  /**
   * Starts the process.
   *
   * @param name the name of the folder of its files and its log
   */
  ForkedProcess(String name, ProcessBuilder command) {
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

  /** Returns the folder of its files. */
  final Path folder() {
    return folder;
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

  /** Waits for the process to end, and returns its exit code. */
  final int awaitEnd() {
    return process.onExit().orTimeout(START_MINUTES, TimeUnit.MINUTES).join().exitValue();
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

  /** Returns the output as it is now. */
  public final String log() {
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
