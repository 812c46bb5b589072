package dev.signet.suite.caller;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the caller; web.xml guards {@code /admin/*}. */
@WebServlet({"/who", "/admin/who", "/any/who", "/plain"})
public class CallerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Callers callers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(
            request.getServletPath().equals("/plain")
                ? "plain"
                : "%s staff=%s %s"
                    .formatted(
                        Callers.name(request.getUserPrincipal()),
                        request.isUserInRole("staff"),
                        callers));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }
}
