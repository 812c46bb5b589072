package dev.signet.suite.commit;

import dev.signet.Session;
import dev.signet.SessionManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of the application that uses the session beside the resource. */
@WebFilter("/rest/filtered")
public class SessionFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;
  @Inject transient SessionManager manager;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Session used =
        "manager".equals(request.getParameter("from"))
            ? manager.load(request.getHeader("Cookie"), request.isSecure())
            : session;
    used.put("filter", "yes");
    chain.doFilter(request, response);
  }
}
