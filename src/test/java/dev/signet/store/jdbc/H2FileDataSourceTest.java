package dev.signet.store.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
}
