package dev.signet.servlet;

import dev.signet.csrf.ServletCsrfCheck;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Distinguishes the servlets of the Jakarta REST implementation from the application's own. */
final class RestServlets {

  private static final String APPLICATION = "jakarta.ws.rs.core.Application";
  private static final String ATTRIBUTE = RestServlets.class.getName();

  private RestServlets() {}

  /** Returns whether a request is for Jakarta REST. */
  static boolean isTarget(HttpServletRequest request) {
    String name = ServletCsrfCheck.servletName(request);
    if (name == null || name.isEmpty()) {
      return false;
    }
    ServletContext context = request.getServletContext();
    return known(context).computeIfAbsent(name, servlet -> isRest(context, servlet));
  }

  @SuppressWarnings("unchecked") // it is set here only
  private static Map<String, Boolean> known(ServletContext context) {
    Object known = context.getAttribute(ATTRIBUTE);
    if (known == null) {
      known = new ConcurrentHashMap<String, Boolean>();
      context.setAttribute(ATTRIBUTE, known);
    }
    return (Map<String, Boolean>) known;
  }

  /**
   * Returns whether a servlet serves Jakarta REST: its name is the application class (Jakarta
   * RESTful Web Services 3.1, 2.3.2), or its class belongs to the implementation.
   */
  private static boolean isRest(ServletContext context, String name) {
    if (name.equals(APPLICATION) || isApplication(context, name)) {
      return true;
    }
    ServletRegistration servlet = context.getServletRegistration(name);
    String type = servlet == null ? null : servlet.getClassName();
    String implementation = implementation();
    return type != null && implementation != null && type.startsWith(implementation);
  }

  private static boolean isApplication(ServletContext context, String name) {
    try {
      return jakarta.ws.rs.core.Application.class.isAssignableFrom(
          Class.forName(name, false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Returns the prefix of the implementation's packages, such as {@code org.jboss.resteasy.}. */
  private static @Nullable String implementation() {
    try {
      String[] parts = RuntimeDelegate.getInstance().getClass().getName().split("\\.", 4);
      return parts[0] + "." + parts[1] + "." + parts[2] + ".";
    } catch (RuntimeException | LinkageError e) {
      return null; // no implementation is available
    }
  }
}
