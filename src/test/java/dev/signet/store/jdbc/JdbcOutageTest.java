package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL dies, hangs, or throws everybody out. */
@Timeout(120)
class JdbcOutageTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int WRITERS = 4;
  private static final int ENOUGH = 300;

  private static PostgresServer server;
  private HikariDataSource pool;
  private JdbcStore store;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void endServer() {
    server.close();
  }

  @BeforeEach
  void start() {
    pool = Database.pool(server.dataSource(server.port()), WRITERS, SECOND);
    store = new JdbcStore(pool, "sessions", SECOND, Clock.systemUTC());
    store.createTable();
  }

  @AfterEach
  void end() {
    pool.close();
  }

  private SessionRecord session() {
    Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3600);
    return new SessionRecord(Map.of("name", "\"Ada\""), end);
  }

  /** What was acknowledged while the database was there, was not, and was there again. */
  private final class Load {
    final Map<SessionId, Integer> acknowledged = new ConcurrentHashMap<>();
    final Semaphore writes = new Semaphore(0);
    final Semaphore failures = new Semaphore(0);
    volatile boolean over;

    boolean write() {
      while (!over) {
        SessionId id = Ids.fresh();
        SessionRecord base = session();
        try {
          store.create(id, base);
          acknowledged.put(id, 0);
          for (int i = 1; i <= 3; i++) {
            var update =
                new SessionUpdate(
                    base, Map.of("count", String.valueOf(i)), Set.of(), base.expiresAt());
            assertThat(store.update(id, update)).isTrue();
            acknowledged.put(id, i);
            base = update.applyTo(base);
          }
          writes.release();
        } catch (SessionStoreException e) {
          failures.release();
        }
      }
      return true;
    }

    boolean isKept(SessionId id) {
      int least = acknowledged.getOrDefault(id, 0);
      int kept =
          store
              .load(id)
              .map(found -> Integer.parseInt(found.attributes().getOrDefault("count", "0")))
              .orElse(-1);
      return kept == least || kept == least + 1; // what was under way may be there
    }
  }

  @Test
  @DisplayName("T6 nothing acknowledged is lost when PostgreSQL is killed, and service returns")
  void killedUnderLoad() throws Exception {
    var load = new Load();
    var threads = Executors.newFixedThreadPool(WRITERS);
    Callable<Boolean> writer = load::write;
    List<Future<Boolean>> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> threads.submit(writer)).toList();

    load.writes.acquire(ENOUGH);
    server.kill();
    load.failures.acquire(WRITERS);
    server.startAgain();
    load.writes.drainPermits();
    load.writes.acquire(ENOUGH);
    load.over = true;
    for (Future<Boolean> each : writers) {
      assertThat(each.get()).isTrue();
    }
    threads.shutdown();

    assertThat(load.acknowledged).hasSizeGreaterThan(2 * ENOUGH);
    assertThat(load.acknowledged.keySet()).allMatch(load::isKept);
  }

  @Test
  @DisplayName("T6 a hanging database is waited for within the timeout, and recovers")
  void hangs() throws Exception {
    SessionId id = Ids.fresh();
    store.create(id, session());
    server.hang();

    long before = System.nanoTime();
    assertThatThrownBy(() -> store.load(id))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("load a session")
        .hasMessageNotContaining(id.value());
    Duration waited = Duration.ofNanos(System.nanoTime() - before);
    server.goOn();

    assertThat(waited).isBetween(SECOND.minusMillis(10), SECOND.multipliedBy(3));
    assertThat(store.load(id)).isPresent();
  }

  @Test
  @DisplayName("T6 connections closed by the database cause no error")
  void everybodyThrownOut() throws Exception {
    SessionId id = Ids.fresh();
    store.create(id, session());
    try (var one = pool.getConnection();
        var two = pool.getConnection()) {
      assertThat(one).isNotSameAs(two);
    }
    new Query(server.dataSource(server.port()))
        .run(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");

    assertThat(store.load(id)).isPresent();
  }

  @Test
  @DisplayName("T6 an exhausted pool is waited for within the timeout")
  void poolIsDry() throws Exception {
    try (var small = Database.pool(server.dataSource(server.port()), 1, SECOND);
        var taken = small.getConnection()) {
      var starved = new JdbcStore(small, "sessions", SECOND, Clock.systemUTC());

      long before = System.nanoTime();
      assertThatThrownBy(() -> starved.load(Ids.fresh()))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("the pool has enough connections");

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SECOND.multipliedBy(3));
      assertThat(taken.isValid(1)).isTrue();
    }
  }

  @Test
  @DisplayName("T6 the error for a missing server names the remedy")
  void nobodyThere() throws Exception {
    server.kill();

    assertThatThrownBy(() -> store.load(Ids.fresh()))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("Check that the database is running");
    server.startAgain();
    assertThat(store.load(Ids.fresh())).isEmpty();
  }
}
