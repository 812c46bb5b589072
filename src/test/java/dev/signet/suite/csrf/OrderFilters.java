package dev.signet.suite.csrf;

import dev.signet.Session;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Filters that show in the header {@code X-Reached} which of them a request reached. */
final class OrderFilters {

  private static final String REACHED = "X-Reached";

  private OrderFilters() {}

  private static void reach(ContainerRequestContext request, String name) {
    Object before = request.getProperty(REACHED);
    request.setProperty(REACHED, before == null ? name : before + " " + name);
  }

  /** Runs before the check, and changes the session and the method if the request says so. */
  @Provider
  @PreMatching
  @ApplicationScoped
  @Priority(200)
  public static class Marking implements ContainerRequestFilter {

    @Inject Session session;

    @Override
    public void filter(ContainerRequestContext request) {
      String mark = request.getHeaderString("X-Mark");
      if (mark != null) {
        session.put("mark", mark);
      }
      String method = request.getHeaderString("X-HTTP-Method-Override");
      if (method != null) {
        request.setMethod(method);
      }
    }
  }

  /** Runs just before the check. */
  @Provider
  @Priority(499)
  public static class Before implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      reach(request, "before");
    }
  }

  /** Runs just after the check, and before authentication. */
  @Provider
  @Priority(501)
  public static class After implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      reach(request, "after");
    }
  }

  /** Writes what was reached. */
  @Provider
  public static class Result implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      Object reached = request.getProperty(REACHED);
      if (reached != null) {
        response.getHeaders().putSingle(REACHED, reached);
      }
    }
  }
}
