package dev.signet.security;

import dev.signet.config.LoginConfig;
import dev.signet.core.RequestSession;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The page that browsers are sent to if there is no caller. Thread-safe. */
final class LoginPage {

  private static final int SEE_OTHER = 303;

  private final String path;
  private final Supplier<String> contextPath;

  /** Returns the page that is configured; null if there is none. */
  static @Nullable LoginPage of(LoginConfig config, ContextRoot root) {
    String path = config.loginPage();
    return path == null ? null : new LoginPage(path, root::path);
  }

  /**
   * @param path the path below the context root, with a query or without
   * @param contextPath returns the path of the context root, empty for the root of the server
   */
  LoginPage(String path, Supplier<String> contextPath) {
    this.path = path;
    this.contextPath = contextPath;
  }

  /** Returns whether a browser asks for a page, so that a user would see the redirect. */
  boolean isFor(PageRequest request) {
    return request.isNavigation() && !isItself(request);
  }

  /** A log-in page that is guarded would redirect to itself without end. */
  private boolean isItself(PageRequest request) {
    return request.path().equals(location().split("\\?", 2)[0]);
  }

  /** Returns the redirect, and keeps the page that was asked for in the session. */
  AccessResponse redirect(PageRequest request, RequestSession session) {
    session.setRequestedPage(request.target());
    return new AccessResponse(
        SEE_OTHER,
        Map.of(
            "Location",
            location(),
            "Cache-Control",
            "no-store",
            "Vary",
            "Accept, " + PageRequest.FETCH_MODE),
        null);
  }

  private String location() {
    return contextPath.get() + path;
  }
}
