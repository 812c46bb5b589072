package dev.signet.security;

import dev.signet.core.CurrentSession;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Sets the security context of every request. Does not use the session. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class CallerFilter implements ContainerRequestFilter {

  private final CurrentSession current;

  CallerFilter(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setSecurityContext(
        new CallerSecurityContext(current.get(), request.getSecurityContext()));
  }
}
