package dev.signet.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.logging.TestLog;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.seal.UnsealResult;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ring that follows a source of configuration which changes its answer. */
class ReloadingSealTest {

  private static final String NEXT = "n5Lw8Rk1Vd6Yp3Tb9Xs2Fj7Hq4Cz0GmA-next";

  private final Source source = new Source();
  private final Config config = Configured.config(source);
  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private ReloadingSeal current = deploy(false);

  @BeforeEach
  void untouched() {
    assertThat(opens(Configured.KEY)).isTrue();
  }

  private ReloadingSeal deploy(boolean encrypted) {
    try {
      source.encrypted = encrypted;
      return new ReloadingSeal(
          config, SessionConfig.read(config), "session", clock, new SecureRandom());
    } catch (SessionConfigException e) {
      throw new AssertionError(e);
    }
  }

  private boolean opens(String secret) {
    return current.get().unseal(token(secret)) instanceof UnsealResult.Valid;
  }

  private boolean sealsWith(String secret) {
    String token = current.get().seal("", "{}".getBytes(UTF_8), "");
    return Seal.signing(List.of(new SessionKey(secret)), "session").unseal(token)
        instanceof UnsealResult.Valid;
  }

  private static String token(String secret) {
    return Seal.signing(List.of(new SessionKey(secret)), "session")
        .seal("", "{}".getBytes(UTF_8), "");
  }

  private void within(Duration time) {
    clock.advance(time);
  }

  @Test
  @DisplayName("R7 C1 C2 a new key is in use within a minute, without a restart")
  void followsWithinAMinute() {
    source.key = NEXT;
    source.previous = Configured.KEY;
    within(Duration.ofMinutes(1));
    assertThat(sealsWith(NEXT)).isTrue();
    assertThat(opens(Configured.KEY)).isTrue();
  }

  @Test
  @DisplayName("R7 C2 a key listed as previous is accepted before it signs")
  void acceptedBeforeItSigns() {
    source.previous = NEXT;
    within(Duration.ofMinutes(1));
    assertThat(opens(NEXT)).isTrue();
    assertThat(sealsWith(Configured.KEY)).isTrue();
  }

  @Test
  @DisplayName("C1 C20 a broken new key is refused, and the old keys stay until a valid one is set")
  void brokenKeyIsRefused() {
    for (String broken : new String[] {"short", "", "changeme".repeat(5)}) {
      source.key = broken;
      within(Duration.ofMinutes(1));
      assertThat(sealsWith(Configured.KEY)).as(broken).isTrue();
    }
    source.key = NEXT;
    within(Duration.ofMinutes(1));
    assertThat(sealsWith(NEXT)).isTrue();
    assertThat(opens(Configured.KEY)).as("it was retired").isFalse();
  }

  @Test
  @DisplayName(
      "C20 K1 a refusal is logged once as an error without any key, and recovery is logged")
  void refusalIsLogged() {
    source.key = "short";
    source.previous = NEXT + ", tiny";
    within(Duration.ofMinutes(1));
    current.get();
    within(Duration.ofMinutes(1));
    current.get();
    source.fails = true;
    within(Duration.ofMinutes(1));
    current.get();
    source.fails = false;
    source.key = Configured.KEY;
    source.previous = "";
    within(Duration.ofMinutes(1));
    current.get();
    List<LogRecord> log = new ArrayList<>(TestLog.installed().records());
    log.removeIf(entry -> entry.getLevel().intValue() < Level.INFO.intValue());
    assertThat(log)
        .extracting(LogRecord::getLevel)
        .containsExactly(Level.SEVERE, Level.SEVERE, Level.INFO);
    assertThat(new SimpleFormatter().formatMessage(log.get(1)))
        .contains("UnsupportedOperation")
        .doesNotContain("is down");
    assertThat(new SimpleFormatter().formatMessage(log.get(0)))
        .startsWith(
            "The configured keys of the session cookie are invalid; the previous keys stay in use")
        .contains("session.secret-key has a key of 5 bytes", "at least 32 (RFC 7518, 3.2)")
        .contains("session.previous-secret-keys has a key of 4 bytes")
        .doesNotContain("short", "tiny", NEXT, Configured.KEY)
        .doesNotContain("session.secret-key=");
  }

  @Test
  @DisplayName("R7 C2 the documented key change accepts both keys at every step")
  void recipe() {
    String next = token(NEXT);
    String before = token(Configured.KEY);
    source.previous = Configured.KEY + "," + NEXT;
    within(Duration.ofMinutes(1));
    for (int step = 0; step < 2; step++) {
      assertThat(current.get().unseal(before)).isInstanceOf(UnsealResult.Valid.class);
      assertThat(current.get().unseal(next)).isInstanceOf(UnsealResult.Valid.class);
      source.key = NEXT;
      within(Duration.ofMinutes(1));
    }
    assertThat(sealsWith(NEXT)).isTrue();
    source.previous = "";
    within(Duration.ofMinutes(1));
    assertThat(opens(NEXT)).isTrue();
    assertThat(opens(Configured.KEY)).isFalse();
  }

  @Test
  @DisplayName("R7 one request waits for a hanging source, and others go on")
  void hangingSource() throws Exception {
    source.asked = new CountDownLatch(1);
    source.hang = new CountDownLatch(1);
    within(Duration.ofMinutes(1));
    var waiting = new FutureTask<>(current::get);
    new Thread(waiting, "waiting").start();
    source.asked.await();
    for (int i = 0; i < 5; i++) {
      within(Duration.ofMinutes(1));
      assertThat(opens(Configured.KEY)).as("the others go on").isTrue();
    }
    source.key = NEXT;
    source.hang.countDown();
    waiting.get();
    within(Duration.ofMinutes(1));
    assertThat(sealsWith(NEXT)).isTrue();
  }

  @Test
  @DisplayName("R7 a clock that is set back does not keep a leaked key")
  void clockSetBack() {
    within(Duration.ofHours(-5));
    source.key = NEXT;
    assertThat(opens(Configured.KEY)).isFalse();
    assertThat(sealsWith(NEXT)).isTrue();
  }

  @Test
  @DisplayName("R1 a failing source does not fail a request")
  void sourceFails() {
    source.fails = true;
    within(Duration.ofMinutes(1));
    assertThat(sealsWith(Configured.KEY)).isTrue();
  }

  @Test
  @DisplayName("P5 the configuration is not read again before the interval")
  void notReadForEachRequest() {
    Seal before = current.get();
    int questions = source.questions;
    within(ReloadingSeal.PERIOD.minusMillis(1));
    assertThat(current.get()).isSameAs(before);
    assertThat(source.questions).isEqualTo(questions);
    within(Duration.ofMillis(1));
    assertThat(current.get()).as("the same keys make the same ring").isSameAs(before);
    assertThat(source.questions).isGreaterThan(questions);
  }

  @Test
  @DisplayName("C12 encrypted tokens are written if configured, and signed ones are read")
  void encrypted() {
    current = deploy(true);
    assertThat(current.get().seal("", "{}".getBytes(UTF_8), "").split("\\.", -1)).hasSize(5);
    assertThat(opens(Configured.KEY)).isTrue();
  }

  /** Answers what it is told to, and counts how often it is asked. */
  private static final class Source implements ConfigSource {

    private String key = Configured.KEY;
    private String previous = "";
    private boolean encrypted;
    private int questions;
    private boolean fails;
    private CountDownLatch asked = new CountDownLatch(1);
    private CountDownLatch hang = new CountDownLatch(0);

    @Override
    public Map<String, String> getProperties() {
      return Map.of();
    }

    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public @Nullable String getValue(String name) {
      questions++;
      asked.countDown();
      awaitAnswer();
      if (fails) {
        throw new UnsupportedOperationException("The configuration service is down.");
      }
      return switch (name) {
        case "session.secret-key" -> key;
        case "session.previous-secret-keys" -> previous;
        case "session.encrypted" -> String.valueOf(encrypted);
        default -> null;
      };
    }

    private void awaitAnswer() {
      try {
        hang.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String getName() {
      return "changing";
    }
  }
}
