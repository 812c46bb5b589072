package dev.signet.jaxrs;

import dev.signet.cdi.QuarkusRequest;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.ProxyProtocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the session of a request as a property of the request, because the response may be made on
 * a thread without a CDI request scope.
 */
@ApplicationScoped
class RequestSessions {

  static final String PROPERTY = RequestSession.class.getName();

  @Inject SessionLifecycle lifecycle;

  private final ProxyProtocol protocol = new ProxyProtocol();

  /** Returns the session of a request, and begins it if it has not begun. */
  RequestSession of(ContainerRequestContext request) {
    RequestSession known = known(request);
    if (known != null) {
      return known;
    }
    RequestSession session = QuarkusRequest.session();
    if (session == null) {
      session = begin(request);
      QuarkusRequest.begin(session);
    }
    request.setProperty(PROPERTY, session);
    return session;
  }

  private RequestSession begin(ContainerRequestContext request) {
    // The server's security context, before a filter of the application replaces it.
    var security = request.getSecurityContext();
    return lifecycle.begin(
        () -> cookieHeader(request),
        () -> protocol.isSecure(security.isSecure(), name -> fields(request, name)));
  }

  /** Joins several fields with semicolons, because values of cookies may contain commas. */
  private static @Nullable String cookieHeader(ContainerRequestContext request) {
    List<String> lines = request.getHeaders().get(HttpHeaders.COOKIE);
    if (lines == null) {
      return null;
    }
    return lines.size() == 1 ? lines.get(0) : String.join("; ", lines);
  }

  private static List<String> fields(ContainerRequestContext request, String name) {
    return request.getHeaders().getOrDefault(name, List.of());
  }

  /** Returns the session of a request, or null if none has begun. */
  static @Nullable RequestSession known(ContainerRequestContext request) {
    return (RequestSession) request.getProperty(PROPERTY);
  }
}
