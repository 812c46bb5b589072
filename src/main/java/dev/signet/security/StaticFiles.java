package dev.signet.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.net.MalformedURLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes requests for files of the application that the server serves itself, such as images
 * and scripts, which are the same for all callers. Thread-safe.
 */
final class StaticFiles {

  private final Map<String, Boolean> ofApplication = new ConcurrentHashMap<>();

  /**
   * Returns whether the default servlet of the server serves a request with a file. A filter may
   * serve paths that are no files, and an endpoint the handshake of a WebSocket.
   */
  boolean isOne(HttpServletRequest request) {
    HttpServletMapping mapping = request.getHttpServletMapping();
    String path = path(request);
    return mapping != null
        && mapping.getMappingMatch() == MappingMatch.DEFAULT
        && !path.endsWith("/")
        && request.getHeader("Upgrade") == null
        && !isOfApplication(request.getServletContext(), mapping.getServletName())
        && exists(request.getServletContext(), path);
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  /** Returns whether the application has a servlet of its own for {@code /}. */
  private boolean isOfApplication(ServletContext context, @Nullable String servlet) {
    return servlet != null
        && !servlet.isEmpty()
        && ofApplication.computeIfAbsent(servlet, name -> isItsClass(context, name));
  }

  /** The class loader of a servlet of the application sees Signet, and that of the server's not. */
  private static boolean isItsClass(ServletContext context, String servlet) {
    ServletRegistration registration = context.getServletRegistration(servlet);
    if (registration == null) {
      return false; // on Open Liberty, the default servlet is not registered
    }
    String type = registration.getClassName();
    if (type == null) {
      return true; // the application added an object
    }
    try {
      ClassLoader loader = Class.forName(type, false, context.getClassLoader()).getClassLoader();
      return Class.forName(StaticFiles.class.getName(), false, loader) == StaticFiles.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean exists(ServletContext context, String path) {
    try {
      return context.getResource(path) != null;
    } catch (MalformedURLException e) {
      return false;
    }
  }
}
