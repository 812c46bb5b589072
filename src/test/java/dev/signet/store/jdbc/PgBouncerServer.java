package dev.signet.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signet.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The PgBouncer of this machine (Debian: pgbouncer) in transaction mode, before a PostgreSQL. */
final class PgBouncerServer implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

  private final PostgresServer postgres;
  private final Process process;
  private final int port;

  private PgBouncerServer(PostgresServer postgres, Process process, int port) {
    this.postgres = postgres;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server, or aborts the test if this machine has none.
   *
   * @param connections the largest number of connections to PostgreSQL
   */
  static PgBouncerServer start(PostgresServer postgres, int connections) {
    assumeTrue(Files.isExecutable(PROGRAM), "PgBouncer is not installed (Debian: pgbouncer).");
    try {
      int port = FreePort.find();
      Path configuration = Files.createTempFile("pgbouncer", ".ini");
      Files.writeString(
          configuration,
          """
          [databases]
          * = host=127.0.0.1 port=%d user=postgres
          [pgbouncer]
          listen_addr = 127.0.0.1
          listen_port = %d
          unix_socket_dir =
          auth_type = any
          pool_mode = transaction
          default_pool_size = %d
          ignore_startup_parameters = extra_float_digits
          """
              .formatted(postgres.port(), port, connections));
      List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
      if (System.getProperty("user.name").equals("root")) {
        command.addAll(List.of("-u", "nobody")); // it refuses to run as root
      }
      command.add(configuration.toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitStart(process);
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new PgBouncerServer(postgres, process, port);
    } catch (IOException e) {
      return abort("PgBouncer does not start on this machine: " + e);
    }
  }

  private static void awaitStart(Process process) throws IOException {
    BufferedReader output = process.inputReader(UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.contains("process up")) {
        return;
      }
    }
    throw new IOException(String.join("\n", lines));
  }

  /** Returns connections without a pool of the client. */
  PGSimpleDataSource dataSource() {
    return postgres.dataSource(port);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
