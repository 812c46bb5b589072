package dev.signet.suite.plain;

import dev.signet.Session;
import dev.signet.servlet.ServletSession;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts in the session, then redirects. */
public class CountingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Session session = ServletSession.of(request);
    session.put("count", session.get("count", 0) + 1);
    response.setHeader("Seen", session.get("filter", "nothing"));
    response.sendRedirect(String.valueOf(session.get("count", 0)));
  }
}
