package dev.signet.suite;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Prints what Open Liberty has logged since a failed test, or its class, has begun. Registered for
 * all tests; without Open Liberty it does nothing.
 */
public final class PrintServerLogOfFailures
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

  private static final String LOG = "messages.log";

  @Override
  public void beforeAll(ExtensionContext context) {
    mark(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    mark(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    print(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    print(context);
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(
        ExtensionContext.Namespace.create(PrintServerLogOfFailures.class, context.getUniqueId()));
  }

  private static void mark(ExtensionContext context) {
    store(context).put(LOG, ServerLog.size(LOG));
  }

  private static void print(ExtensionContext context) {
    boolean failed =
        context
            .getExecutionException()
            .filter(failure -> !(failure instanceof TestAbortedException))
            .isPresent();
    int mark = store(context).getOrDefault(LOG, Integer.class, 0);
    int size = ServerLog.size(LOG);
    if (failed && size > 0) {
      System.err.print(ServerLog.readFrom(LOG, mark > size ? 0 : mark)); // a new server, a new log
    }
  }
}
