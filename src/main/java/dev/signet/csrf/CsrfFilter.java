package dev.signet.csrf;

import dev.signet.CsrfExempt;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.http.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Checks requests that matched a resource method, and refuses those that fail. */
@Priority(CsrfFilter.PRIORITY)
final class CsrfFilter implements ContainerRequestFilter {

  /** Before authentication, which is at 1000. */
  static final int PRIORITY = 500;

  /** The request property, also a servlet request's attribute, of a request that was accepted. */
  static final String ACCEPTED = "dev.signet.csrf.accepted";

  private final CsrfCheck check;

  @Context @Nullable ResourceInfo resource;

  CsrfFilter(CsrfCheck check) {
    this(check, null);
  }

  /**
   * @param resource the resource of the current request; null if Jakarta REST injects it
   */
  CsrfFilter(CsrfCheck check, @Nullable ResourceInfo resource) {
    this.check = check;
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!check.appliesTo(request.getMethod())
        || isExempt()
        || request.getProperty(ACCEPTED) != null) {
      return;
    }
    Method method = resource == null ? null : resource.getResourceMethod();
    CsrfFailure failure = check.check(new RestRequest(request, method));
    if (failure != null) {
      request.abortWith(response(CsrfRefusal.of(failure, request.getHeaderString("Accept"))));
    }
  }

  private static Response response(Refusal refusal) {
    var response = Response.status(Response.Status.FORBIDDEN).entity(refusal.body());
    refusal.headers().forEach(response::header);
    return response.build();
  }

  private boolean isExempt() {
    return resource != null
        && (isExempt(resource.getResourceMethod()) || isExempt(resource.getResourceClass()));
  }

  private static boolean isExempt(@Nullable AnnotatedElement element) {
    return element != null && element.isAnnotationPresent(CsrfExempt.class);
  }
}
