package dev.signet.servlet;

import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** Finds the context root of an application. Loaded only if the servlet API is there. */
public final class ServletContextRoot {

  private ServletContextRoot() {}

  /**
   * Returns the context root; null if the object is not a servlet context (Jakarta CDI 4.0, 6.7.3),
   * or that of another module, which has its own copy of Signet.
   */
  public static @Nullable String of(Object context) {
    return context instanceof ServletContext servlets && usesThisCopy(servlets.getClassLoader())
        ? servlets.getContextPath()
        : null;
  }

  private static boolean usesThisCopy(ClassLoader loader) {
    try {
      return Class.forName(ServletContextRoot.class.getName(), false, loader)
          == ServletContextRoot.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
