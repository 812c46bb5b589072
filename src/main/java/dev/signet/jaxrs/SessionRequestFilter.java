package dev.signet.jaxrs;

import dev.signet.cdi.RequestSessionHolder;
import dev.signet.cdi.RestRegistration;
import dev.signet.csrf.CsrfRegistration;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Begins the session of a request, before other filters and for requests that match no resource
 * too. Nothing of the request is read here.
 */
@ApplicationScoped
@PreMatching
@Priority(SessionRequestFilter.PRIORITY)
public class SessionRequestFilter implements ContainerRequestFilter {

  /** Before authentication, which is at 1000. Response filters run in the reverse order. */
  static final int PRIORITY = 100;

  @Inject RequestSessions sessions;
  @Inject RequestSessionHolder current;
  @Inject CsrfRegistration csrf;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(RestRegistration.FILTERED, true);
    csrf.require();
    current.set(sessions.of(request));
  }
}
