package dev.signet.security;

import dev.signet.core.CurrentSession;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.function.BooleanSupplier;

/** Sets the security context of every request. Does not use the session. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class CallerFilter implements ContainerRequestFilter {

  private final CurrentSession current;
  private final BooleanSupplier enabled;
  private final boolean serverCounts;

  /**
   * @param enabled returns whether the session has the caller
   * @param serverCounts whether a caller that only the server knows is a caller
   */
  CallerFilter(CurrentSession current, BooleanSupplier enabled, boolean serverCounts) {
    this.current = current;
    this.enabled = enabled;
    this.serverCounts = serverCounts;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (enabled.getAsBoolean()) {
      request.setSecurityContext(
          new CallerSecurityContext(current.get(), request.getSecurityContext(), serverCounts));
    }
  }
}
