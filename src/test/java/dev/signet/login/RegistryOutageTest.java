package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.Session;
import dev.signet.SessionStoreException;
import dev.signet.spi.LoginStore;
import dev.signet.store.jdbc.JdbcLoginStore;
import dev.signet.store.jdbc.PostgresServer;
import dev.signet.store.redis.RealRedis;
import dev.signet.store.redis.RedisLoginStore;
import dev.signet.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry on a server that is killed while many requests use it. */
class RegistryOutageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final MutableClock clock = new MutableClock(Instant.now());
  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger wronglyServed = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private void load(TestServer server, String cookie, String ended) {
    while (!stopped.get()) {
      try {
        if (server.accepts(cookie)) {
          served.incrementAndGet();
        }
        if (server.accepts(ended)) {
          wronglyServed.incrementAndGet();
        }
      } catch (SessionStoreException e) {
        failed.incrementAndGet();
      }
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not happen within " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }

  private static void awaitMore(AtomicInteger counter) {
    int before = counter.get();
    await(() -> counter.get() > before + 20);
  }

  /** A server that has a registry. */
  private interface Server {

    LoginStore registry();

    void kill() throws IOException;

    void startAgain() throws IOException;
  }

  private record Redis(RealRedis redis, LoginStore registry) implements Server {

    @Override
    public void kill() {
      redis.kill();
    }

    @Override
    public void startAgain() {
      redis.startAgain();
    }
  }

  private record Postgres(PostgresServer server, LoginStore registry) implements Server {

    @Override
    public void kill() throws IOException {
      server.kill();
    }

    @Override
    public void startAgain() throws IOException {
      server.startAgain();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("L3 T6 Redis killed under load: refuse fails, accept serves, no log-out is lost")
  void redisKilled(boolean accept, @TempDir Path folder) throws Exception {
    var redis = new RealRedis(folder, "--appendonly", "yes", "--appendfsync", "always");
    try (var store = new RedisLoginStore(redis.uri(), "t:", 4, TIMEOUT, new SecureRandom())) {
      killUnderLoad(new Redis(redis, store), accept);
    } finally {
      redis.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName(
      "L3 T6 PostgreSQL killed under load: refuse fails, accept serves, no log-out is lost")
  void postgresKilled(boolean accept) throws Exception {
    try (var postgres = PostgresServer.start();
        var pool = new HikariDataSource(settings(postgres))) {
      var store = new JdbcLoginStore(pool, "logins", TIMEOUT, Clock.systemUTC(), true);
      killUnderLoad(new Postgres(postgres, store), accept);
    }
  }

  private static HikariConfig settings(PostgresServer postgres) {
    var settings = new HikariConfig();
    settings.setDataSource(postgres.dataSource(postgres.port()));
    settings.setConnectionTimeout(TIMEOUT.toMillis());
    return settings;
  }

  private void killUnderLoad(Server registry, boolean accept) throws Exception {
    LoginStore store = registry.registry();
    var rules = new LoginRules(Duration.ZERO, accept, null, Duration.ofDays(14), TIMEOUT);
    var server = new TestServer(store, clock, null, rules);
    String cookie = server.logIn("ada");
    String ended = server.logIn("bob");
    server.visit(ended, Session::delete);
    List<Thread> threads =
        Stream.generate(() -> new Thread(() -> load(server, cookie, ended))).limit(4).toList();
    threads.forEach(Thread::start);
    try {
      awaitMore(served);
      assertThat(failed).hasValue(0);
      registry.kill();
      awaitMore(accept ? served : failed);
      registry.startAgain();
      clock.advance(Duration.ofSeconds(1));
      awaitMore(served);
    } finally {
      stopped.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(wronglyServed).hasValue(0);
    assertThat(failed.get() > 0).isEqualTo(!accept);
    var another = new TestServer(store, new MutableClock(clock.instant()), null, rules);
    assertThat(another.accepts(ended)).as("the registry remembers the log-out").isFalse();
    server.visit(cookie, Session::delete);
    assertThat(another.accepts(cookie)).isFalse();
  }
}
