package dev.signet.security;

import dev.signet.Caller;
import dev.signet.Session;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The security context of a request: the caller of its session, or else the server's. The session
 * is used when the caller is asked for, not before.
 *
 * @param session the session of the request
 * @param server the context without the session
 */
record CallerSecurityContext(Session session, SecurityContext server) implements SecurityContext {

  private static final String SCHEME = "SESSION";

  @Override
  public @Nullable Principal getUserPrincipal() {
    Optional<Caller> caller = session.caller();
    return caller.isPresent() ? caller.get() : server.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    Optional<Caller> caller = session.caller();
    return caller.isPresent()
        ? caller.get().hasRole(role)
        : server.getUserPrincipal() != null && server.isUserInRole(role);
  }

  @Override
  public boolean isSecure() {
    return server.isSecure();
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return session.caller().isPresent() ? SCHEME : server.getAuthenticationScheme();
  }
}
