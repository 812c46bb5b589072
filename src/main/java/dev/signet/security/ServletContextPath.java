package dev.signet.security;

import dev.signet.servlet.ServletSessions;
import jakarta.servlet.ServletContext;

/** Returns the path of a servlet context. Loaded only if the servlet API is there. */
final class ServletContextPath {

  private ServletContextPath() {}

  /** Records in the servlet context that requests pass the mechanism of Jakarta Security. */
  static void expectMechanism(Object context) {
    if (context instanceof ServletContext servlets) {
      ServletSessions.expectMechanism(servlets);
    }
  }

  static String of(Object context) {
    return context instanceof ServletContext servlets ? servlets.getContextPath() : "";
  }
}
