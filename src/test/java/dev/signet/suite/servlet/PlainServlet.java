package dev.signet.suite.servlet;

import dev.signet.Session;
import dev.signet.SessionManager;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Uses the injected session, which is not there, or the manager, which is. */
@WebServlet("/*")
public class PlainServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;
  @Inject transient SessionManager manager;
  @Inject Visitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (String.valueOf(request.getPathInfo())) {
      case "/manager" -> {
        Session loaded = manager.load(request.getHeader("Cookie"), request.isSecure());
        int count = loaded.get("count", 0) + 1;
        loaded.put("count", count);
        manager.save(loaded).ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        response.getWriter().print(count);
      }
      case "/passivated" -> response.getWriter().print(visitor.passivated());
      default -> {
        try {
          response.getWriter().print(session.size());
        } catch (IllegalStateException e) {
          response.getWriter().print(e.getMessage());
        }
      }
    }
  }
}
