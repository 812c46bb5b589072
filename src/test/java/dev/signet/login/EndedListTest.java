package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.SessionStoreException;
import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often the registry is asked, and what holds if it is down. */
class EndedListTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final CountingStore store = new CountingStore(new MemoryLoginStore(100, clock));

  /** A store that counts questions, and can be switched off. */
  private static final class CountingStore implements LoginStore {

    private final LoginStore store;
    final AtomicInteger questions = new AtomicInteger();
    volatile boolean isDown;

    CountingStore(LoginStore store) {
      this.store = store;
    }

    private LoginStore up() {
      if (isDown) {
        throw new IllegalStateException("The registry is switched off.");
      }
      return store;
    }

    @Override
    public void add(LoginRecord login) {
      up().add(login);
    }

    @Override
    public List<LoginRecord> find(String name) {
      return up().find(name);
    }

    @Override
    public void use(Collection<LoginUse> uses) {
      up().use(uses);
    }

    @Override
    public void end(Collection<String> ids, Instant rememberUntil) {
      up().end(ids, rememberUntil);
    }

    @Override
    public void endEveryone() {
      up().endEveryone();
    }

    @Override
    public boolean isEnded(String id) {
      return up().isEnded(id);
    }

    @Override
    public EndedLogins endedSince(@Nullable String cursor) {
      questions.incrementAndGet();
      return up().endedSince(cursor);
    }
  }

  private TestServer server(Duration delay, boolean acceptWhenDown) {
    return new TestServer(
        store,
        clock,
        null,
        new LoginRules(delay, acceptWhenDown, null, Duration.ofDays(14), TIMEOUT));
  }

  @Test
  @DisplayName("L3 the registry is asked at most once per delay, and only for callers")
  void oncePerDelay() {
    TestServer server = server(TestServer.DELAY, false);
    String anonymous = server.visit(null, session -> session.put("a", 1));
    assertThat(server.request(anonymous).get("a")).isEqualTo(1);
    assertThat(store.questions).as("no caller").hasValue(0);
    String cookie = server.logIn("ada");
    int atLogin = store.questions.get();
    for (int i = 0; i < 10; i++) {
      assertThat(server.accepts(cookie)).isTrue();
    }
    assertThat(store.questions).hasValue(atLogin);
    clock.advance(TestServer.DELAY);
    for (int i = 0; i < 10; i++) {
      assertThat(server.accepts(cookie)).isTrue();
    }
    assertThat(store.questions).hasValue(atLogin + 1);
    clock.set(clock.instant().minusSeconds(30));
    server.accepts(cookie);
    assertThat(store.questions).as("a clock that was set back").hasValue(atLogin + 2);
  }

  @Test
  @DisplayName("L3 with a delay of 0 another server notices a log-out at once")
  void withoutDelay() {
    TestServer a = server(Duration.ZERO, false);
    TestServer b = server(Duration.ZERO, false);
    String cookie = a.logIn("ada");
    assertThat(b.accepts(cookie)).isTrue();
    a.logins(null).endAll("ada");
    assertThat(b.accepts(cookie)).isFalse();
  }

  @Test
  @DisplayName("L3 if the registry is down, requests of callers fail, and others do not")
  void refuse() {
    TestServer server = server(TestServer.DELAY, false);
    String cookie = server.logIn("ada");
    String anonymous = server.visit(null, session -> session.put("a", 1));
    store.isDown = true;
    assertThat(server.accepts(cookie)).as("within the delay").isTrue();
    clock.advance(TestServer.DELAY);
    assertThatThrownBy(() -> server.accepts(cookie))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("The registry of log-ins failed");
    assertThatThrownBy(() -> server.logIn("ada")).isInstanceOf(SessionStoreException.class);
    assertThat(server.request(anonymous).get("a")).isEqualTo(1);
    int questions = store.questions.get();
    assertThatThrownBy(() -> server.accepts(cookie)).isInstanceOf(SessionStoreException.class);
    assertThat(store.questions)
        .as("a store that has just failed is left alone")
        .hasValue(questions);
    store.isDown = false;
    clock.advance(Duration.ofSeconds(1));
    assertThat(server.accepts(cookie)).as("service returns by itself").isTrue();
  }

  @Test
  @DisplayName("L3 when-down=accept serves callers, refuses known log-outs and fails to log out")
  void accept() {
    TestServer server = server(TestServer.DELAY, true);
    String cookie = server.logIn("ada");
    String ended = server.logIn("bob");
    server.logins(null).endAll("bob");
    store.isDown = true;
    clock.advance(DAY);
    assertThat(server.accepts(cookie)).isTrue();
    assertThat(server.accepts(ended)).isFalse();
    assertThat(server.accepts(server.logIn("cleo"))).isTrue();
    assertThatThrownBy(() -> server.visit(cookie, session -> session.delete()))
        .as("a log-out that does not hold is no log-out")
        .isInstanceOf(SessionStoreException.class);
  }

  @Test
  @DisplayName("L3 more ended log-ins than fit into memory are asked for one by one")
  void bounded() {
    var list = new EndedList(store, clock, TestServer.DELAY, TIMEOUT, 3);
    for (int i = 0; i < 10; i++) {
      store.end(List.of("0.id" + i), clock.instant().plus(DAY));
    }
    list.ask();
    assertThat(list.contains("0.id0")).isTrue();
    assertThat(list.contains("0.id9")).isTrue();
    assertThat(list.contains("0.other")).isFalse();
    store.end(List.of("0.later"), clock.instant().plus(DAY));
    clock.advance(TestServer.DELAY);
    list.refresh();
    assertThat(list.contains("0.later")).isTrue();
    assertThat(list.contains("0.id5")).isTrue();
    clock.advance(DAY);
    list.refresh();
    store.isDown = true;
    assertThat(list.contains("0.id5")).as("the list fits again, and all have expired").isFalse();
  }

  @Test
  @DisplayName("L3 many requests at once ask the registry few times, and share its failure")
  void manyRequests() throws Exception {
    TestServer server = server(Duration.ZERO, false);
    String cookie = server.logIn("ada");
    assertThat(server.accepts(cookie)).isTrue();
    store.isDown = true;
    long start = System.nanoTime();
    List<Boolean> served =
        IntStream.range(0, 50)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return server.accepts(cookie);
                  } catch (SessionStoreException e) {
                    return false;
                  }
                })
            .toList();
    assertThat(served).containsOnly(false);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    store.isDown = false;
    clock.advance(Duration.ofSeconds(1));
    assertThat(server.accepts(cookie)).isTrue();
  }

  @Test
  @DisplayName("L4 session.logins.per-user ends the oldest log-in")
  void perUser() {
    TestServer server =
        new TestServer(
            store,
            clock,
            null,
            new LoginRules(TestServer.DELAY, false, 2, Duration.ofDays(14), TIMEOUT));
    String first = server.logIn("ada");
    String bob = server.logIn("bob");
    clock.advance(Duration.ofSeconds(1));
    String second = server.logIn("ada");
    clock.advance(Duration.ofSeconds(1));
    String third = server.logIn("ada");
    assertThat(server.accepts(first)).isFalse();
    assertThat(server.accepts(second)).isTrue();
    assertThat(server.accepts(third)).isTrue();
    assertThat(server.accepts(bob)).isTrue();
  }
}
