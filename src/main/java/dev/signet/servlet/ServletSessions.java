package dev.signet.servlet;

import dev.signet.cdi.QuarkusRequest;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.CookieHeader;
import dev.signet.http.ProxyProtocol;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Creates the sessions of servlet requests, one for each. Thread-safe. */
public final class ServletSessions {

  /** The {@code Retry-After} value in seconds after the store failed. */
  public static final String RETRY_AFTER = "5";

  private static final String MECHANISM = ServletSessions.class.getName();

  private final ProxyProtocol protocol = new ProxyProtocol();
  private final SessionLifecycle lifecycle;

  /**
   * @param lifecycle creates the sessions
   */
  public ServletSessions(SessionLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Returns the session of a request, and begins it if it has not begun. Does not load it. */
  public RequestSession of(HttpServletRequest request) {
    RequestSession known = ServletSession.find(request);
    if (known != null) {
      return known;
    }
    RequestSession session = QuarkusRequest.session();
    if (session == null) {
      session = lifecycle.begin(() -> cookieHeader(request), () -> isSecure(request));
      QuarkusRequest.begin(session);
    }
    request.setAttribute(ServletSession.ATTRIBUTE, session);
    return session;
  }

  /** Returns whether a request has a cookie of the session's name, valid or not. */
  public boolean hasCookie(HttpServletRequest request) {
    return !CookieHeader.values(cookieHeader(request), lifecycle.cookieName()).isEmpty();
  }

  private boolean isSecure(HttpServletRequest request) {
    return protocol.isSecure(
        request.isSecure(), name -> Collections.list(request.getHeaders(name)));
  }

  /** Joins the {@code Cookie} fields, which HTTP/2 may split (RFC 9113, 8.2.3). */
  private static @Nullable String cookieHeader(HttpServletRequest request) {
    Enumeration<String> fields = request.getHeaders("Cookie");
    String first = fields.hasMoreElements() ? fields.nextElement() : null;
    if (!fields.hasMoreElements()) {
      return first;
    }
    var joined = new StringJoiner("; ").add(first);
    fields.asIterator().forEachRemaining(joined::add);
    return joined.toString();
  }

  /**
   * Writes a session to a response that is complete, because no servlet follows.
   *
   * @param response the response, before its body; perhaps that of the filter
   */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, RequestSession session) {
    SessionResponse known = find(response);
    (known == null ? new SessionResponse(response, request, session) : known).commitSession();
  }

  /** Adds {@code Vary: Cookie} to a response that depends on a session, and is not written yet. */
  public static void vary(HttpServletResponse response, RequestSession session) {
    new SessionHeaders(response, session).vary();
  }

  /**
   * Records that a mechanism of Jakarta Security begins the session of each request.
   *
   * @param application the servlet context; any other object is ignored
   */
  public static void expectMechanism(Object application) {
    if (application instanceof ServletContext servlets) {
      servlets.setAttribute(MECHANISM, true);
    }
  }

  /** Returns whether a mechanism of Jakarta Security begins the session of each request. */
  static boolean isMechanismExpected(ServletContext application) {
    return application.getAttribute(MECHANISM) != null;
  }

  private static @Nullable SessionResponse find(ServletResponse response) {
    ServletResponse each = response;
    while (!(each instanceof SessionResponse) && each instanceof ServletResponseWrapper wrapper) {
      each = wrapper.getResponse();
    }
    return each instanceof SessionResponse found ? found : null;
  }
}
