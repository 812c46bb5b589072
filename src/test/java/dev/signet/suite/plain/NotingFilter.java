package dev.signet.suite.plain;

import dev.signet.servlet.ServletSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter that web.xml declares, and that uses the session before and after the servlet. */
public class NotingFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServletSession.of(request).put("filter", "noted");
    chain.doFilter(request, response);
  }
}
