package dev.signet.suite.posts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Returns a field and a file of a multipart form. */
@MultipartConfig(maxRequestSize = 1_000_000)
@WebServlet("/upload")
public class UploadServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setContentType("text/plain;charset=UTF-8");
    try (InputStream file = request.getPart("file").getInputStream()) {
      String text = new String(file.readAllBytes(), ISO_8859_1);
      response.getWriter().print(request.getParameter("v") + " " + text);
    }
  }
}
