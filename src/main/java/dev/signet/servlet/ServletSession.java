package dev.signet.servlet;

import dev.signet.Session;
import dev.signet.core.RequestSession;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Access to the session of a servlet request for code without injection. It is the same session
 * that {@code @Inject Session} provides in that request, and it is saved in the same way. This
 * class is thread-safe; the sessions are not.
 */
public final class ServletSession {

  /** The name of the request attribute with the session; a request property in Jakarta REST. */
  static final String ATTRIBUTE = RequestSession.class.getName();

  private ServletSession() {}

  /**
   * Returns the session of a request.
   *
   * @param request a request to this application, wrapped or not
   * @return the session; new and empty if the request has no valid session cookie
   * @throws IllegalStateException if the request did not pass Signet's servlet filter
   */
  public static Session of(HttpServletRequest request) {
    RequestSession session = find(request);
    if (session == null) {
      throw new IllegalStateException(
          "This request has no session: it did not pass Signet's servlet filter, which registers"
              + " itself for all paths when CDI starts. Check that Signet is in WEB-INF/lib or"
              + " WEB-INF/classes of this application, and that the request is one of its own.");
    }
    return session;
  }

  static @Nullable RequestSession find(ServletRequest request) {
    return (RequestSession) request.getAttribute(ATTRIBUTE);
  }
}
