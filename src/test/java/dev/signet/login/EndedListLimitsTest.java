package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.SessionStoreException;
import dev.signet.spi.EndedLogins;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits of the list of ended log-ins, and requests that bring it up to date at once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndedListLimitsTest {

  private static final Duration DELAY = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));

  private final MutableClock clock = new MutableClock(NOW);
  private final ScriptedLoginStore store = new ScriptedLoginStore();

  private EndedList list(int maxKnown) {
    return new EndedList(store, clock, DELAY, TIMEOUT, maxKnown);
  }

  private static Map<String, Instant> ended(String... ids) {
    Map<String, Instant> ended = new HashMap<>();
    for (String id : ids) {
      ended.put(id, LATER);
    }
    return ended;
  }

  @Test
  @DisplayName("L3 a full list knows what fits, and asks the store for the others")
  void fullByOwnLogOuts() {
    EndedList list = list(2);
    list.ask();
    assertThat(list.isCurrent(clock.millis())).isTrue();
    list.add("0.a", LATER);
    list.add("0.b", LATER);
    assertThat(list.isCurrent(clock.millis())).isTrue();
    list.add("0.c", LATER);
    store.ended.add("0.c");
    assertThat(list.isKnown("0.a")).isTrue();
    assertThat(list.isKnown("0.b")).isTrue();
    assertThat(list.isKnown("0.c")).isFalse();
    assertThat(list.contains("0.c")).isTrue();
    assertThat(list.isCurrent(clock.millis())).as("it is not complete").isFalse();
  }

  @Test
  @DisplayName("L3 the log-ins that other servers ended are known if they fit with the own ones")
  void fullByOthers() {
    EndedList fits = list(3);
    fits.add("0.a", LATER);
    store.answer = new EndedLogins(ended("0.b", "0.c"), 0, "1");
    fits.ask();
    assertThat(fits.isKnown("0.a") && fits.isKnown("0.b") && fits.isKnown("0.c")).isTrue();
    assertThat(fits.isCurrent(clock.millis())).isTrue();
    EndedList full = list(3);
    full.add("0.a", LATER);
    full.add("0.d", LATER);
    full.ask();
    assertThat(full.isKnown("0.b")).isFalse();
    assertThat(full.isCurrent(clock.millis())).isFalse();
  }

  @Test
  @DisplayName("L3 the store is asked for news, and after an overflow for all once per hour")
  void cursor() {
    EndedList list = list(1);
    store.answer = new EndedLogins(Map.of(), 0, "1");
    list.ask();
    store.answer = new EndedLogins(ended("0.a", "0.b"), 0, "2");
    list.ask();
    assertThat(list.isCurrent(clock.millis())).isFalse();
    clock.advance(Duration.ofHours(1).minusMillis(1));
    store.answer = new EndedLogins(ended("0.a"), 0, "3");
    list.ask();
    assertThat(list.isCurrent(clock.millis())).as("news alone do not complete it").isFalse();
    clock.advance(Duration.ofMillis(1));
    list.ask();
    assertThat(store.cursors).containsExactly("null", "1", "2", "null");
    assertThat(list.isCurrent(clock.millis())).isTrue();
  }

  @Test
  @DisplayName("L3 an ended log-in is forgotten when it need not be remembered, and not before")
  void forgotten() {
    EndedList list = list(9);
    list.add("0.a", NOW.plusSeconds(60));
    clock.advance(Duration.ofSeconds(60).minusMillis(1));
    list.ask();
    assertThat(list.isKnown("0.a")).isTrue();
    clock.advance(Duration.ofMillis(1));
    list.ask();
    assertThat(list.isKnown("0.a")).isFalse();
  }

  @Test
  @DisplayName("L4 if all log-ins end, those of earlier generations have ended")
  void generations() {
    EndedList list = list(9);
    assertThat(list.isKnown("without a generation")).isFalse();
    store.answer = new EndedLogins(Map.of(), 37, "1");
    list.ask();
    assertThat(list.generation()).isEqualTo(37);
    assertThat(list.isKnown("10.a")).as("36 in base 36").isTrue();
    assertThat(list.isKnown("11.a")).isFalse();
    assertThat(list.isKnown("no number.a")).isTrue();
  }

  private static Thread start(Runnable asking) {
    var thread = new Thread(asking);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  @DisplayName("L3 requests that wait for an answer share the next one")
  void sharedAnswer() throws InterruptedException {
    EndedList list = list(9);
    var gate = new CountDownLatch(1);
    store.gate = gate;
    Thread first = start(list::ask);
    awaitQuestions(1);
    Thread second = start(list::ask);
    Thread third = start(list::ask);
    awaitWaiting(second);
    awaitWaiting(third);
    gate.countDown();
    first.join();
    second.join();
    third.join();
    assertThat(store.cursors).as("the answer to the first may be too old").hasSize(2);
    list.ask();
    assertThat(store.cursors).hasSize(3);
  }

  @Test
  @DisplayName("L3 requests that wait for an answer share its failure")
  void sharedFailure() throws InterruptedException {
    EndedList list = list(9);
    var gate = new CountDownLatch(1);
    store.gate = gate;
    store.isDown = true;
    var failures = new AtomicInteger();
    Runnable failing =
        () -> {
          try {
            list.ask();
          } catch (IllegalStateException e) {
            failures.incrementAndGet();
          }
        };
    Thread first = start(failing);
    awaitQuestions(1);
    Thread second = start(failing);
    awaitWaiting(second);
    gate.countDown();
    first.join();
    second.join();
    assertThat(failures).hasValue(2);
    assertThat(store.cursors).hasSize(1);
    store.isDown = false;
    list.ask();
    assertThat(store.cursors).as("later requests ask again").hasSize(2);
  }

  private void awaitQuestions(int number) {
    while (store.cursors.size() < number) {
      Thread.onSpinWait();
    }
  }

  @Test
  @DisplayName("L3 a request waits for another one for twice the timeout, and then fails")
  void givesUp() throws InterruptedException {
    var list = new EndedList(store, clock, DELAY, Duration.ofMillis(1), 9);
    var gate = new CountDownLatch(1);
    store.gate = gate;
    Thread first = start(list::ask);
    awaitQuestions(1);
    try {
      assertThatThrownBy(list::ask)
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("did not answer another request within PT0.002S");
    } finally {
      gate.countDown();
    }
    first.join();
  }

  @Test
  @DisplayName("L3 an interrupted request asks too, and stays interrupted")
  void interrupted() {
    EndedList list = list(9);
    Thread.currentThread().interrupt();
    list.ask();
    assertThat(Thread.interrupted()).isTrue();
    list.ask();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(store.cursors).hasSize(2);
  }

  @Test
  @DisplayName("L3 an interrupted request that has to wait gets its answer, and stays interrupted")
  void interruptedWhileWaiting() throws InterruptedException {
    EndedList list = list(9);
    var gate = new CountDownLatch(1);
    store.gate = gate;
    Thread first = start(list::ask);
    awaitQuestions(1);
    List<Boolean> interrupted = new ArrayList<>();
    Thread second =
        start(
            () -> {
              list.ask();
              interrupted.add(Thread.interrupted());
            });
    awaitWaiting(second);
    second.interrupt();
    awaitWaiting(second);
    gate.countDown();
    first.join();
    second.join();
    assertThat(interrupted).containsExactly(true);
    assertThat(store.cursors).hasSize(2);
  }
}
