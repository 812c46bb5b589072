package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log files of the Open Liberty that the tests use. */
final class ServerLog {

  private ServerLog() {}

  /** Returns a log of the server as it is now, {@code messages.log} or {@code trace.log}. */
  static String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the size of a log in bytes, 0 if there is no server or no such log. */
  static int size(String name) {
    try {
      boolean exists = System.getProperty("wlp.home") != null && Files.exists(file(name));
      return exists ? (int) Files.size(file(name)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of a log from a former size on. */
  static String readFrom(String name, int size) {
    byte[] text = read(name).getBytes(UTF_8);
    return new String(text, size, text.length - size, UTF_8);
  }

  /** Returns the folder of the logs. */
  static Path folder() {
    return Path.of(
        System.getProperty("wlp.home"), "usr", "servers", System.getProperty("wlp.server"), "logs");
  }

  private static Path file(String name) {
    return folder().resolve(name);
  }
}
