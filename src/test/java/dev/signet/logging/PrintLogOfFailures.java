package dev.signet.logging;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Prints the log of a test or a class that failed; registered for all tests. */
public final class PrintLogOfFailures implements AfterEachCallback, AfterAllCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    TestLog.find().ifPresent(log -> finish(context, log));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestLog.find().ifPresent(log -> finish(context, log));
  }

  private static void finish(ExtensionContext context, TestLog log) {
    context
        .getExecutionException()
        .filter(failure -> !(failure instanceof TestAbortedException))
        .ifPresent(failure -> System.err.print(log.text()));
    log.clear();
  }
}
