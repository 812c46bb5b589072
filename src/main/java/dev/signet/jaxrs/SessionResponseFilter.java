package dev.signet.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Writes the session of a request to its response, after the application's own filters. Does not
 * use CDI, whose request scope may no longer be active.
 */
@Priority(SessionRequestFilter.PRIORITY)
public class SessionResponseFilter implements ContainerResponseFilter {

  private static final int SERVER_ERROR = 500;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var session = RequestSessions.known(request);
    if (session != null) {
      SessionResponseWriter.write(session, response, response.getStatus() >= SERVER_ERROR);
    }
  }
}
