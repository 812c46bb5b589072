package dev.signet.suite.caller;

import dev.signet.LogIn;
import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Logs in and out. */
@WebServlet("/account/*")
public class AccountServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;
  @Inject transient Callers callers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getPathInfo().equals("/authenticate")) {
      if (request.authenticate(response)) {
        response.getWriter().print(Callers.name(request.getUserPrincipal()));
      }
    } else {
      response.getWriter().print("Please log in");
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getPathInfo()) {
      case "/login" -> {
        String[] roles = request.getParameterValues("role");
        session.logIn(
            LogIn.of(request.getParameter("name")).roles(roles == null ? new String[0] : roles));
        response.sendRedirect(
            session.requestedPage().map(URI::toString).orElse(request.getContextPath() + "/who"));
      }
      case "/login-now" -> {
        session.logIn(LogIn.of(request.getParameter("name")).roles("staff"));
        boolean done = request.authenticate(response);
        response.getWriter().print(done + " " + callers);
      }
      case "/count" -> session.put("count", 1);
      case "/logout" -> session.delete();
      case "/logout-request" -> request.logout();
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
