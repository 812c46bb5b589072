package dev.signet.store.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL, which can be killed and started again on its data, or made to hang. */
public final class PostgresServer implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres running;

  private PostgresServer(Path data, EmbeddedPostgres running) {
    this.data = data;
    this.running = running;
  }

  /** Starts one, or aborts the test where this machine does not let it. */
  public static PostgresServer start() {
    try {
      Path data = Files.createTempDirectory("postgresql");
      var server = new PostgresServer(data, on(data, 0));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException | RuntimeException e) {
      return abort("PostgreSQL does not start on this machine: " + e);
    }
  }

  private static EmbeddedPostgres on(Path data, int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("synchronous_commit", "on"); // as anybody's is
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  public int port() {
    return running.getPort();
  }

  /** Connections without a pool, to the server or to what stands before it at another port. */
  public PGSimpleDataSource dataSource(int port) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setUser("postgres");
    return dataSource;
  }

  /** Every process of the server gets SIGKILL; returns when all are gone. */
  public void kill() throws IOException {
    List<ProcessHandle> processes = processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }

  /** Starts it on the same data and port. */
  public void startAgain() throws IOException {
    int port = port();
    running.close();
    running = on(data, port);
  }

  /** Every process of the server gets SIGSTOP. */
  public void hang() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Every process of the server gets SIGCONT. */
  public void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes().forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command).start().waitFor();
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    ProcessHandle main = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(main));
    main.descendants().forEach(all::add);
    return all;
  }

  /** Stops it and removes its data. */
  @Override
  public void close() {
    try {
      running.close();
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      // It stays under target.
    }
  }
}
