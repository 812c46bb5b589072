package dev.signet.security;

import static java.util.Objects.requireNonNull;

import dev.signet.RecentLogIn;
import dev.signet.core.CurrentSession;
import dev.signet.core.RequestSession;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@code @RolesAllowed}, {@code @PermitAll}, {@code @DenyAll} and {@link RecentLogIn} on
 * resources, before a check of the server. A resource that is open does not use the session.
 */
@Priority(AccessFilter.PRIORITY)
final class AccessFilter implements ContainerRequestFilter {

  static final int PRIORITY = Priorities.AUTHORIZATION - 1;

  private final Guards guards = new Guards();
  private final CurrentSession current;
  private final AccessRefusals refusals;
  private final BooleanSupplier enabled;

  @Context @Nullable ResourceInfo resource;

  AccessFilter(CurrentSession current, AccessRefusals refusals) {
    this(current, refusals, () -> true, null);
  }

  /**
   * @param enabled returns whether guards are enforced
   * @param resource the resource of the current request; null if Jakarta REST injects it
   */
  AccessFilter(
      CurrentSession current,
      AccessRefusals refusals,
      BooleanSupplier enabled,
      @Nullable ResourceInfo resource) {
    this.current = current;
    this.refusals = refusals;
    this.enabled = enabled;
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!enabled.getAsBoolean()) {
      return;
    }
    ResourceInfo matched = requireNonNull(resource);
    Method method = matched.getResourceMethod();
    if (method == null) {
      return; // the implementation's own answer to OPTIONS
    }
    Guard guard = guards.of(matched.getResourceClass(), method, request.getUriInfo());
    SecurityContext caller = request.getSecurityContext();
    if (!guard.accepts(caller)) {
      boolean isKnown = guard.denied() || caller.getUserPrincipal() != null;
      var page = PageRequest.of(request);
      abort(
          request, isKnown ? refusals.forbidden(page) : refusals.unauthorized(page, current.get()));
    } else if (guard.recent() != null) {
      requireRecent(guard.recent(), request);
    }
  }

  private void requireRecent(Duration time, ContainerRequestContext request) {
    RequestSession session = current.get();
    if (session.caller().isEmpty()) {
      abort(request, refusals.unauthorized(PageRequest.of(request), session));
    } else if (!session.isConfirmedWithin(time)) {
      abort(request, refusals.confirmationRequired(PageRequest.of(request), session, time));
    }
  }

  private static void abort(ContainerRequestContext request, AccessResponse refused) {
    var response = Response.status(refused.status());
    refused.headers().forEach(response::header);
    request.abortWith(
        (refused.content() == null ? response : response.entity(refused.body())).build());
  }
}
