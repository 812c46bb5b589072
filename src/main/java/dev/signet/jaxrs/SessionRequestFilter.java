package dev.signet.jaxrs;

import dev.signet.cdi.RequestSessionHolder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Begins the session of a request, before anything else runs and also where no resource matches.
 * Nothing of the request is read here.
 */
@ApplicationScoped
@PreMatching
@Priority(SessionRequestFilter.PRIORITY)
public class SessionRequestFilter implements ContainerRequestFilter {

  /** Before authentication, which is at 1000; the response filter comes after it, therefore. */
  static final int PRIORITY = 100;

  @Inject RequestSessions sessions;
  @Inject RequestSessionHolder current;

  @Override
  public void filter(ContainerRequestContext request) {
    current.set(sessions.of(request));
  }
}
