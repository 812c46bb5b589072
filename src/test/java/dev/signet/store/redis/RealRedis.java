package dev.signet.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.FreePort;
import dev.signet.spi.SessionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisExecProvider;

/**
 * A Redis in a process of its own, which can be killed, started again on the same data, and made to
 * hang. Keeps nothing on the disk unless told to.
 */
public final class RealRedis implements AutoCloseable {

  private static final int ATTEMPTS = 3;

  private final Path folder;
  private final List<String> settings;
  private final @Nullable String sentinel;
  private int port;
  private Process process;

  /** Starts one, or aborts the test where the machine refuses. */
  public RealRedis(Path folder, String... settings) {
    this(folder, null, List.of(settings));
  }

  private RealRedis(Path folder, @Nullable String sentinel, List<String> settings) {
    this.folder = folder;
    this.sentinel = sentinel;
    this.settings = settings;
    Optional<Process> started = Optional.empty();
    for (int attempt = 0; started.isEmpty() && attempt < ATTEMPTS; attempt++) {
      port = FreePort.find();
      started = started();
    }
    process = started.orElseGet(() -> Assumptions.abort("Redis does not start; see " + folder));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /** Starts a sentinel that fails over when the primary is down for half a second. */
  static RealRedis sentinel(Path folder, RealRedis primary, String name) {
    String configuration =
        """
        sentinel monitor %1$s 127.0.0.1 %2$d 1
        sentinel down-after-milliseconds %1$s 500
        sentinel failover-timeout %1$s 5000
        """
            .formatted(name, primary.port);
    return new RealRedis(folder, configuration, List.of());
  }

  private Optional<Process> started() {
    try {
      List<String> command = new ArrayList<>(List.of(program()));
      if (sentinel == null) {
        command.addAll(List.of("--dir", folder.toString(), "--save", ""));
      } else {
        Path configuration = Files.writeString(folder.resolve("sentinel.conf"), sentinel);
        command.addAll(List.of(configuration.toString(), "--sentinel"));
      }
      command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
      command.addAll(settings);
      Process candidate = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader output = candidate.inputReader(UTF_8);
      List<String> lines = new ArrayList<>();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.contains("Ready to accept connections") || line.contains("Sentinel ID is")) {
          return Optional.of(candidate);
        }
      }
      Files.write(folder.resolve("refused.log"), lines);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Assumptions.abort("Redis does not run here: " + e);
    }
  }

  /** Returns the server of the build, or another one, such as Valkey, that the tests are to use. */
  private static String program() throws IOException {
    String other = System.getProperty("test.redis");
    return other == null
        ? RedisExecProvider.defaultProvider().get().getAbsolutePath()
        : Path.of(other).toAbsolutePath().toString();
  }

  int port() {
    return port;
  }

  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  RedisStore store() {
    return new RedisStore(uri());
  }

  RedisStore store(int connections, Duration timeout) {
    return new RedisStore(uri(), RedisStore.KEY_PREFIX, connections, timeout);
  }

  /** Returns a connection to ask the server itself. */
  Jedis console() {
    return new Jedis("127.0.0.1", port);
  }

  /** Returns a number in what the server says of itself. */
  static long number(Jedis console, String section, String name) {
    Matcher matcher =
        Pattern.compile("^" + name + "(\\d+)", Pattern.MULTILINE).matcher(console.info(section));
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** Returns the number of connections, without that of the question. */
  public long clients() {
    try (Jedis console = console()) {
      return number(console, "clients", "connected_clients:") - 1;
    }
  }

  /** Returns when a key expires, in seconds since the epoch, as Redis 6 tells it as well. */
  static long end(Jedis console, SessionId id) {
    List<String> now = console.time();
    long millis = Long.parseLong(now.get(0)) * 1000 + Long.parseLong(now.get(1)) / 1000;
    return Math.round((millis + console.pttl(key(id))) / 1000.0);
  }

  static String key(SessionId id) {
    return RedisStore.KEY_PREFIX + "{" + id.tag() + "}" + id.value().substring(2);
  }

  /** Ends the process at once, as a loss of power would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again on the same port and the same data. */
  public void startAgain() {
    process = started().orElseThrow();
  }

  /** Makes it hang: it takes connections and does not answer. */
  public void hang() {
    signal("STOP");
    while (!state().equals("T")) {
      Thread.onSpinWait();
    }
  }

  /** Makes a hanging Redis continue. */
  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().onExit().join();
    } catch (IOException e) {
      Assumptions.abort("Signals cannot be sent here: " + e);
    }
  }

  private String state() {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    } catch (IOException e) {
      return Assumptions.abort("Whether a process hangs cannot be seen here: " + e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
