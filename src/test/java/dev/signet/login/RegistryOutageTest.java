package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import dev.signet.SessionStoreException;
import dev.signet.store.redis.RealRedis;
import dev.signet.store.redis.RedisLoginStore;
import dev.signet.testing.MutableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
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

/** A registry in Redis that is killed while many requests use it. */
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName(
      "L3 T6 a registry killed under load: refuse fails, accept serves, no log-out is lost")
  void killedUnderLoad(boolean accept, @TempDir Path folder) throws InterruptedException {
    var redis = new RealRedis(folder, "--appendonly", "yes", "--appendfsync", "always");
    try (var store = new RedisLoginStore(redis.uri(), "t:", 4, TIMEOUT, new SecureRandom())) {
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
        redis.kill();
        awaitMore(accept ? served : failed);
        redis.startAgain();
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
    } finally {
      redis.close();
    }
  }
}
