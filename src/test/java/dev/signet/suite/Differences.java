package dev.signet.suite;

import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * The tests that a server cannot pass, by its own doing, each with the reason. They run, and are
 * reported as aborted; one that passes is a failure, so that the table holds nothing obsolete.
 */
final class Differences implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    run(test, method, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    run(test, method, context);
  }

  private static void run(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    String reason = find(method, context);
    if (reason == null) {
      test.proceed();
      return;
    }
    try {
      test.proceed();
    } catch (TestAbortedException e) {
      throw e;
    } catch (Throwable e) {
      throw new TestAbortedException(reason, e);
    }
    throw new AssertionError(
        "The server passes this test now. Remove it from the table: " + reason);
  }

  /** A key is a contract and a test, and the first argument if only that one is different. */
  private static @Nullable String find(
      ReflectiveInvocationContext<Method> method, ExtensionContext context) {
    Map<String, String> table =
        context
            .getRequiredTestInstances()
            .findInstance(RestSuite.class)
            .orElseThrow()
            .differences();
    String test =
        context.getRequiredTestClass().getSimpleName() + "." + method.getExecutable().getName();
    String reason = table.get(test);
    return reason != null || method.getArguments().isEmpty()
        ? reason
        : table.get(test + "(" + method.getArguments().get(0) + ")");
  }
}
