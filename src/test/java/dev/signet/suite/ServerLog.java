package dev.signet.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Open Liberty wrote down. */
final class ServerLog {

  private ServerLog() {}

  /** Returns a log of the server as it is now, {@code messages.log} or {@code trace.log}. */
  static String read(String name) {
    var logs =
        Path.of(
            System.getProperty("wlp.home"),
            "usr",
            "servers",
            System.getProperty("wlp.server"),
            "logs");
    try {
      return Files.readString(logs.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
