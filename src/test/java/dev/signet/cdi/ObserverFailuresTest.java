package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.logging.TestLog;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObserverFailuresTest {

  private static final SessionEvent LOADED = new SessionEvent.Loaded();

  private final ObserverFailures failures = new ObserverFailures();

  @Test
  @DisplayName("N3 K1 a failing observer is one short line per kind, without its message")
  void oneLinePerKind() {
    for (int i = 0; i < 100; i++) {
      failures.report(LOADED, new IllegalStateException("the value of an attribute"));
      failures.report(
          new SessionEvent.CookieRejected(RejectionReason.EXPIRED), new AssertionError("this too"));
      failures.report(LOADED, new IllegalArgumentException());
    }

    var formatter = new SimpleFormatter();
    assertThat(TestLog.installed().records())
        .filteredOn(logged -> logged.getLevel().intValue() >= Level.INFO.intValue())
        .extracting(formatter::format)
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("failed with java.lang.", " at " + getClass().getName())
                    .hasSizeLessThan(500)
                    .doesNotContain("the value of an attribute", "this too"))
        .anySatisfy(line -> assertThat(line).contains("SessionEvent.Loaded failed"))
        .anySatisfy(line -> assertThat(line).contains("SessionEvent.CookieRejected failed"));
  }

  @Test
  @DisplayName("N3 a failure without a stack trace is logged")
  void withoutAStackTrace() {
    var failure = new IllegalStateException();
    failure.setStackTrace(new StackTraceElement[0]);

    failures.report(LOADED, failure);

    assertThat(TestLog.installed().records())
        .extracting(LogRecord::getLevel)
        .contains(Level.WARNING);
  }
}
