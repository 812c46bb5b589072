package dev.signet.logging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The handler of all loggers in tests, see {@code logging.properties}: it keeps the records of the
 * running test and prints nothing. Thread-safe.
 */
public final class TestLog extends Handler {

  /** The oldest records are dropped, so that a busy server does not fill the memory. */
  private static final int CAPACITY = 1000;

  private final Deque<LogRecord> records = new ArrayDeque<>();

  /** Returns the handler that the log configuration installed. */
  public static TestLog installed() {
    return find()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This test needs -Djava.util.logging.config.file="
                        + "src/test/resources/logging.properties."));
  }

  /** Returns the handler, or nothing if the log is configured in another way. */
  static Optional<TestLog> find() {
    return Stream.of(Logger.getLogger("").getHandlers())
        .filter(TestLog.class::isInstance)
        .map(TestLog.class::cast)
        .findAny();
  }

  /** Returns the records of the running test, in order. */
  public synchronized List<LogRecord> records() {
    return List.copyOf(records);
  }

  /** Returns the records of the running test, formatted as a console shows them. */
  public String text() {
    var formatter = new SimpleFormatter();
    return records().stream().map(formatter::format).collect(Collectors.joining());
  }

  synchronized void clear() {
    records.clear();
  }

  @Override
  public synchronized void publish(LogRecord logRecord) {
    logRecord.getSourceMethodName(); // is found on the stack of the caller
    if (records.size() == CAPACITY) {
      records.removeFirst();
    }
    records.addLast(logRecord);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
