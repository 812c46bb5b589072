package dev.signet.suite.caller;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Guarded by an annotation. Counts its requests in the session. */
@WebServlet("/staff")
@ServletSecurity(@HttpConstraint(rolesAllowed = "staff"))
public class StaffServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String notice = session.flash("notice", String.class);
    response.getWriter().print("staff %s %s".formatted(session.get("count", 0), notice));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    session.put("count", session.get("count", 0) + 1);
    session.flash("notice", "counted");
    doGet(request, response);
  }
}
