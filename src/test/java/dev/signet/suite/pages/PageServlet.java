package dev.signet.suite.pages;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Writes what the JSP pages of the same paths write. */
@WebServlet(
    urlPatterns = {"/page.jsp", "/error.jsp", "/forbidden.jsp", "/notice.jsp"},
    asyncSupported = true)
public class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object included = request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH);
    switch (included == null ? request.getServletPath() : included.toString()) {
      case "/page.jsp" ->
          response
              .getWriter()
              .printf(
                  "%s %s %s",
                  session.get("user", ""),
                  session.get("items", List.of()),
                  "x".repeat(size(request)));
      case "/error.jsp" -> response.getWriter().print("error page for " + session.get("user", ""));
      case "/notice.jsp" -> {
        String notice = session.flash("notice", String.class);
        response.getWriter().print(notice == null ? "nothing" : notice);
      }
      default -> response.sendError(403);
    }
  }

  /** Quarkus passes no parameters of the query to an asynchronous dispatch to another path. */
  private static int size(HttpServletRequest request) {
    String size = request.getParameter("size");
    return size == null ? 0 : Integer.parseInt(size);
  }
}
