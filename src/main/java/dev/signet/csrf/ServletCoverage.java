package dev.signet.csrf;

import jakarta.servlet.ServletContext;

/** Returns whether servlets are checked. Loaded only if the servlet API is there. */
final class ServletCoverage {

  private ServletCoverage() {}

  static boolean hasFilter(Object context) {
    return context instanceof ServletContext servlets && ServletCsrfCheck.isCovered(servlets);
  }
}
