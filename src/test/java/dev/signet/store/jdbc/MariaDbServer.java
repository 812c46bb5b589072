package dev.signet.store.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signet.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The MariaDB of this machine (Debian: mariadb-server), with data of its own. */
final class MariaDbServer {

  private static final Path PROGRAM = Path.of("/usr/sbin/mariadbd");
  private static final Path INSTALLER = Path.of("/usr/bin/mariadb-install-db");
  private static final long START_SECONDS = 30;

  private final Path data;
  private final Process process;
  private final int port;

  private MariaDbServer(Path data, Process process, int port) {
    this.data = data;
    this.process = process;
    this.port = port;
  }

  /** Starts a server, or aborts the test if this machine has none. */
  static MariaDbServer start() {
    assumeTrue(
        Files.isExecutable(PROGRAM) && Files.isExecutable(INSTALLER),
        "MariaDB is not installed (Debian: mariadb-server).");
    try {
      Path data = Files.createTempDirectory("mariadb");
      String user = "--user=" + System.getProperty("user.name");
      run(
          INSTALLER.toString(),
          "--no-defaults",
          "--datadir=" + data,
          "--auth-root-authentication-method=normal",
          "--skip-test-db",
          user);
      int port = FreePort.find();
      Process process =
          silent(
              PROGRAM.toString(),
              "--no-defaults",
              "--datadir=" + data,
              "--socket=" + data.resolve("s"),
              "--pid-file=" + data.resolve("pid"),
              "--bind-address=127.0.0.1",
              "--port=" + port,
              user);
      var server = new MariaDbServer(data, process, port);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      server.await();
      new Query(server.dataSource("mysql")).run("CREATE DATABASE signet");
      return server;
    } catch (IOException | InterruptedException e) {
      return abort("MariaDB does not start on this machine: " + e);
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (silent(command).waitFor() != 0) {
      throw new IOException(command[0] + " failed");
    }
  }

  private static Process silent(String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void await() throws IOException, InterruptedException {
    for (int i = 0; i < START_SECONDS; i++) {
      try (var connection = dataSource("mysql").getConnection()) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException e) {
        if (process.waitFor(1, TimeUnit.SECONDS)) {
          break;
        }
      }
    }
    throw new IOException("no connection");
  }

  DataSource dataSource(String database) {
    return dataSource(database, "");
  }

  /** Returns a data source with more options in its URL. */
  DataSource dataSource(String database, String options) {
    try {
      return new MariaDbDataSource(
          "jdbc:mariadb://127.0.0.1:%d/%s?user=root%s".formatted(port, database, options));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // It stays under target.
    }
  }
}
