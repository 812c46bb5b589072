package dev.signet.security;

import jakarta.servlet.ServletContext;

/** Returns the path of a servlet context. Loaded only if the servlet API is there. */
final class ServletContextPath {

  private ServletContextPath() {}

  static String of(Object context) {
    return context instanceof ServletContext servlets ? servlets.getContextPath() : "";
  }
}
