package dev.signet.store.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class H2FileDataSourceTest {

  private static final SessionRecord SESSION =
      new SessionRecord(Map.of("name", "\"Ada\""), Instant.parse("2100-01-01T00:00:00Z"));
  private static final int ENOUGH = 200;

  @TempDir Path folder;

  private static H2FileDataSource open(Path file) {
    return new H2FileDataSource(file, H2FileDataSourceTest.class.getClassLoader());
  }

  private static JdbcStore store(H2FileDataSource file) {
    var store = new JdbcStore(file, "signet_sessions", Duration.ofSeconds(10), Clock.systemUTC());
    store.createTable();
    return store;
  }

  /** Another process: creates sessions, and says which. */
  public static void main(String[] arguments) {
    JdbcStore store = store(open(Path.of(arguments[0])));
    PrintStream out = System.out;
    while (!out.checkError()) {
      SessionId id = Ids.fresh();
      store.create(id, SESSION);
      out.println(id.value());
    }
  }

  @Test
  @DisplayName("T2 sessions are kept in the file after closing and reopening")
  void sessionsAreInTheFile() throws Exception {
    Path path = folder.resolve("sessions");
    SessionId id = Ids.fresh();
    try (var file = open(path)) {
      store(file).create(id, SESSION);
    }
    assertThat(folder.resolve("sessions.mv.db")).isRegularFile();

    Path moved = folder.resolve("elsewhere");
    Files.move(folder.resolve("sessions.mv.db"), folder.resolve("elsewhere.mv.db"));
    try (var file = open(moved)) {
      assertThat(store(file).load(id).map(SessionRecord::attributes))
          .contains(SESSION.attributes());
    }
  }

  @Test
  @DisplayName("T6 nothing acknowledged is lost when the process is killed")
  void killedProcess() throws Exception {
    Path path = folder.resolve("killed");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                H2FileDataSourceTest.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 0;
    List<String> ids = new ArrayList<>();
    try (var said = process.inputReader(US_ASCII);
        var file = open(path)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        ids.add(line);
        if (ids.size() == ENOUGH) {
          process.toHandle().destroyForcibly();
        }
      }
      process.waitFor();
      JdbcStore store = store(file);
      for (String id : ids) {
        if (SessionId.isId(id)) { // the last may be half a line
          assertThat(store.load(new SessionId(id))).isPresent();
          acknowledged++;
        }
      }
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  @DisplayName("T2 the error for a missing H2 names the remedy")
  void withoutDriver() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new H2FileDataSource(folder.resolve("x"), ClassLoader.getPlatformClassLoader()))
        .withMessageContaining("com.h2database:h2")
        .withMessageContaining("session.jdbc.data-source");
  }

  @Test
  @DisplayName("T2 a path with a semicolon is refused")
  void semicolon() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(folder.resolve("x;INIT=DROP TABLE y")))
        .withMessageContaining("semicolon");
  }

  @Test
  @DisplayName("T2 the data source wraps only itself")
  void wrapsItself() throws SQLException {
    var file = open(folder.resolve("x"));

    assertThat(file.isWrapperFor(H2FileDataSource.class)).isTrue();
    assertThat(Optional.of(file.unwrap(H2FileDataSource.class))).contains(file);
    assertThat(file.isWrapperFor(String.class)).isFalse();
  }

  @Test
  @DisplayName("T6 the file stays open when threads that use it are interrupted")
  void interruptedThreads() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try (var file = open(folder.resolve("interrupted"))) {
      JdbcStore store = store(file);
      SessionId known = Ids.fresh();
      store.create(known, SESSION);
      Callable<Boolean> interrupted =
          () -> {
            for (int i = 0; i < ENOUGH; i++) {
              SessionId id = Ids.fresh();
              Thread.currentThread().interrupt();
              store.create(id, SESSION);
              assertThat(store.load(known)).isPresent();
              assertThat(Thread.interrupted()).isTrue();
              assertThat(store.load(id)).isPresent();
            }
            return true;
          };
      for (var done : threads.invokeAll(Collections.nCopies(4, interrupted))) {
        assertThat(done.get()).isTrue();
      }
      assertThat(store.load(known)).isPresent();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @DisplayName("T6 a thread that is interrupted in the middle of an operation completes it")
  void interruptedInOperations() throws Exception {
    try (var file = open(folder.resolve("during"))) {
      JdbcStore store = store(file);
      store.create(Ids.fresh(), SESSION);
      var done = new AtomicInteger();
      var worker =
          new FutureTask<>(
              () -> {
                while (done.incrementAndGet() < ENOUGH) {
                  SessionId id = Ids.fresh();
                  store.create(id, SESSION);
                  assertThat(store.load(id)).isPresent();
                }
                return done.get();
              });
      var thread = new Thread(worker);
      thread.start();
      for (int interrupted = 0; !worker.isDone(); ) {
        int now = done.get();
        if (now != interrupted) {
          thread.interrupt();
          interrupted = now;
        }
      }
      assertThat(worker.get()).isEqualTo(ENOUGH);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @DisplayName("K5 only the owner can read the files, also a file that others could read before")
  void ownerOnly() throws Exception {
    for (String name : List.of("created", "existing")) {
      Path parent = Files.createDirectory(folder.resolve(name));
      Path path = parent.resolve("sessions");
      if (name.equals("existing")) {
        Path old = Files.createFile(path.resolveSibling("sessions.mv.db"));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
      }
      try (var file = open(path)) {
        store(file).create(Ids.fresh(), SESSION);
        assertOwnerOnly(parent);
      }
      assertOwnerOnly(parent);
    }
  }

  private static void assertOwnerOnly(Path parent) throws IOException {
    try (var files = Files.list(parent)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  /** The store of another application: its classes and those of H2 are loaded again. */
  private static URLClassLoader anotherApplication() throws MalformedURLException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Deploys, uses and undeploys the store, in the class loader of this class. */
  public static void useOnce(Path path) throws Exception {
    var file = new H2FileDataSource(path, H2FileDataSourceTest.class.getClassLoader());
    try (file) {
      var store =
          new JdbcStore(file, "signet_sessions", Duration.ofSeconds(10), Clock.systemUTC(), true);
      store.check();
      SessionId id = Ids.fresh();
      store.create(id, SESSION);
      Thread.currentThread().interrupt();
      store.load(id);
      Thread.interrupted();
    }
  }

  private static void useIn(URLClassLoader loader, Path path) throws Exception {
    Method use =
        Class.forName(H2FileDataSourceTest.class.getName(), true, loader)
            .getMethod("useOnce", Path.class);
    use.setAccessible(true);
    var task = new FutureTask<>(() -> use.invoke(null, path));
    var thread = new Thread(task); // thread-locals end with it
    thread.setContextClassLoader(loader);
    thread.start();
    task.get();
    thread.join();
  }

  @Test
  @DisplayName("C25 a file that another application has open is a fault at deployment")
  void secondApplication() throws Exception {
    Path path = folder.resolve("shared");
    try (var file = open(path);
        var loader = anotherApplication()) {
      store(file).create(Ids.fresh(), SESSION);

      assertThatThrownBy(() -> useIn(loader, path))
          .cause()
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is in use by another application or process")
          .hasMessageContaining("session.jdbc.data-source");
    }
  }

  @Test
  @DisplayName("K6 thirty redeployments leave no class loader, no driver and no thread")
  void redeployments() throws Exception {
    Path path = folder.resolve("redeployed");
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    int threads = Thread.activeCount();
    for (int i = 0; i < 30; i++) {
      try (var loader = anotherApplication()) {
        useIn(loader, path);
        loaders.add(new WeakReference<>(loader));
      }
    }

    for (int i = 0; i < 20 && loaders.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
    }

    assertThat(loaders).allSatisfy(each -> assertThat(each.get()).isNull());
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
  }
}
