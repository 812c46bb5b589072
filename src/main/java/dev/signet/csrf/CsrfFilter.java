package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.CsrfExempt;
import dev.signet.SessionEvent.CsrfFailure;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the guard about each request that may change something and has found its resource method,
 * and answers for it where the guard refuses (RFC 9457).
 */
@Priority(CsrfFilter.PRIORITY)
final class CsrfFilter implements ContainerRequestFilter {

  /** Before authentication, which is at 1000. */
  static final int PRIORITY = 500;

  /** What must not change anything by definition (RFC 9110, 9.2.1). */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Forbidden","status":403,"detail":"%s"}\
      """;

  private final CsrfCheck guard;

  @Context @Nullable ResourceInfo resource;

  CsrfFilter(CsrfCheck guard) {
    this.guard = guard;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (SAFE.contains(request.getMethod()) || isExempt()) {
      return;
    }
    CsrfFailure refusal = guard.refuse(request);
    if (refusal != null) {
      request.abortWith(
          Response.status(Response.Status.FORBIDDEN)
              .type("application/problem+json")
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .entity(PROBLEM.formatted(detail(refusal)).getBytes(UTF_8))
              .build());
    }
  }

  private boolean isExempt() {
    return resource != null
        && (isExempt(resource.getResourceMethod()) || isExempt(resource.getResourceClass()));
  }

  private static boolean isExempt(@Nullable AnnotatedElement element) {
    return element != null && element.isAnnotationPresent(CsrfExempt.class);
  }

  private static String detail(CsrfFailure refusal) {
    return switch (refusal) {
      case FOREIGN_ORIGIN ->
          "The browser sent this request from another origin. If it is one of yours, list it in"
              + " session.csrf.allowed-origins; behind a proxy, let the server know the scheme and"
              + " the host that browsers use.";
      case MISSING_TOKEN ->
          "This request has a session but no token of it. Put the value of an injected CsrfToken"
              + " into the form field csrf_token or the header X-CSRF-Token.";
      case WRONG_TOKEN ->
          "The token of this request is not one of its session as it is now: a log-in or log-out"
              + " has come between. Load the page again, and ask for the token after renew().";
    };
  }
}
