package dev.signet.documentation;

import dev.signet.Session;
import dev.signet.SessionManager;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A servlet that loads and saves, as in the page on sessions. */
class ThemeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient SessionManager manager;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    Session session = manager.load(request.getHeader("Cookie"), request.isSecure());
    session.put("theme", "dark");
    manager.save(session).ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
    response.addHeader("Vary", "Cookie");
    response.addHeader("Cache-Control", "no-cache=\"Set-Cookie\"");
  }
}
