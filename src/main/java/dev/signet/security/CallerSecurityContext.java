package dev.signet.security;

import dev.signet.Caller;
import dev.signet.Session;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The security context of a request: the caller of its session, or else the server's. The session
 * is used when the caller is asked for, not before.
 *
 * @param session the session of the request
 * @param server the context without the session
 * @param serverCounts whether a caller that only the server knows is a caller; not if the server
 *     has its caller from the session, as it was when the request began
 */
record CallerSecurityContext(Session session, SecurityContext server, boolean serverCounts)
    implements SecurityContext {

  private static final String SCHEME = "SESSION";

  @Override
  public @Nullable Principal getUserPrincipal() {
    Caller caller = caller();
    return caller == null && serverCounts ? server.getUserPrincipal() : caller;
  }

  @Override
  public boolean isUserInRole(String role) {
    Caller caller = caller();
    return caller == null
        ? serverCounts && server.getUserPrincipal() != null && server.isUserInRole(role)
        : caller.hasRole(role);
  }

  private @Nullable Caller caller() {
    return session.caller().orElse(null);
  }

  @Override
  public boolean isSecure() {
    return server.isSecure();
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    if (caller() != null) {
      return SCHEME;
    }
    return serverCounts ? server.getAuthenticationScheme() : null;
  }
}
