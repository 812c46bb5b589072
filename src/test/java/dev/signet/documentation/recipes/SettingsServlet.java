package dev.signet.documentation.recipes;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A servlet that saves a setting, which pages show. */
@WebServlet("/settings")
public class SettingsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String theme = request.getParameter("theme");
    if (Set.of("light", "dark").contains(theme)) {
      session.put("theme", theme);
      session.flash("notice", "The theme was saved.");
    }
    response.sendRedirect("settings.jsp");
  }
}
