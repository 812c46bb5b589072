package dev.signet.suite.posts;

import dev.signet.CsrfToken;
import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins a session and returns its token, or returns the parameter of a post. */
@WebServlet({"/post", "/hooks/*", "/hooked"})
public class PostServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Session session;
  @Inject transient CsrfToken token;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    if (request.getMethod().equals("GET")) {
      session.put("user", "Ada");
      response.getWriter().print(token.value());
    } else {
      String sent = request.getHeader("X-Own-Token");
      response
          .getWriter()
          .print(
              request.getMethod()
                  + " "
                  + request.getParameter("v")
                  + (sent == null ? "" : " " + token.matches(sent)));
    }
  }
}
