package dev.signet.suite.posts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Returns the body of a request as it came. */
@WebServlet("/body")
public class BodyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(new String(request.getInputStream().readAllBytes(), ISO_8859_1));
  }
}
