package dev.signet.security;

import dev.signet.core.RequestSession;
import dev.signet.http.AcceptHeader;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;

/** The page that browsers are sent to if there is no caller. Thread-safe. */
final class LoginPage {

  private final String path;
  private final Supplier<String> contextPath;

  /**
   * @param path the path below the context root, with a query or without
   * @param contextPath returns the path of the context root, empty for the root of the server
   */
  LoginPage(String path, Supplier<String> contextPath) {
    this.path = path;
    this.contextPath = contextPath;
  }

  /** Returns whether a browser asks for a page, so that a user would see the redirect. */
  boolean isFor(ContainerRequestContext request) {
    String mode = request.getHeaderString("Sec-Fetch-Mode");
    return request.getMethod().equals("GET")
        && !isItself(request)
        && (mode == null
            ? AcceptHeader.prefersHtml(request.getHeaderString(HttpHeaders.ACCEPT))
            : mode.equals("navigate"));
  }

  /** A log-in page that is guarded would redirect to itself without end. */
  private boolean isItself(ContainerRequestContext request) {
    return request.getUriInfo().getRequestUri().getRawPath().equals(location().getRawPath());
  }

  /** Returns the redirect, and keeps the page that was asked for in the session. */
  Response redirect(ContainerRequestContext request, RequestSession session) {
    URI asked = request.getUriInfo().getRequestUri();
    String query = asked.getRawQuery();
    session.setRequestedPage(query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query);
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, location().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, "Accept, Sec-Fetch-Mode")
        .build();
  }

  private URI location() {
    return URI.create(contextPath.get() + path);
  }
}
