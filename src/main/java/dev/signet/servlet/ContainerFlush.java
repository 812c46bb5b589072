package dev.signet.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Detects the flush with which Open Liberty ends a servlet that has a wrapped response. It happens
 * before the application's filters return, so their changes to headers and session would be lost.
 */
final class ContainerFlush {

  /** Returns the caller of the method that asks. */
  static final StackWalker CALLERS =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final String LIBERTY = "com.ibm.ws.webcontainer.servlet.ServletWrapper";

  private static final boolean ON_LIBERTY = isThere();

  private ContainerFlush() {}

  private static boolean isThere() {
    ClassLoader container = HttpServletRequest.class.getClassLoader();
    return String.valueOf(container).contains("org.eclipse.osgi");
  }

  /** Returns whether the caller's class has to be known, because the container may flush. */
  static boolean isPossible(HttpServletRequest request) {
    return ON_LIBERTY && request.getDispatcherType() != DispatcherType.FORWARD;
  }

  /** Returns whether the class of the caller is the container's. */
  static boolean isBy(Class<?> caller) {
    return caller.getName().equals(LIBERTY);
  }
}
