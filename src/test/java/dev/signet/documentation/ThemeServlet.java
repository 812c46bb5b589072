package dev.signet.documentation;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet, as in the page on servlets. */
@WebServlet("/theme")
class ThemeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    session.put("theme", request.getParameter("theme"));
    response.sendRedirect("settings.jsp");
  }
}
