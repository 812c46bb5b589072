package dev.signet.suite.app;

import dev.signet.Session;
import dev.signet.SessionManager;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Filters of the application that run a script where a header of the request says so. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ScriptedFilters implements ContainerRequestFilter, ContainerResponseFilter {

  @Inject Session session;
  @Inject SessionManager manager;

  @Override
  public void filter(ContainerRequestContext request) {
    String script = request.getHeaderString("X-Request-Filter");
    if (script != null) {
      Script.run(session, script);
    }
    String explicit = request.getHeaderString("X-Manager");
    if (explicit != null) {
      Script.run(manager.load(request), explicit);
    }
    if (request.getHeaderString("X-Claims-To-Be-Secure") != null) {
      request.setSecurityContext(new ClaimsToBeSecure());
    }
    String abort = request.getHeaderString("X-Abort");
    if (abort != null) {
      request.abortWith(Response.status(Integer.parseInt(abort)).build());
    }
  }

  /** A security context as applications write them when they authenticate. */
  private static final class ClaimsToBeSecure implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return () -> "ada";
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return SecurityContext.FORM_AUTH;
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String script = request.getHeaderString("X-Response-Filter");
    if (script != null) {
      Script.run(session, script);
    }
    if (request.getHeaderString("X-Manager") != null) {
      manager.save(manager.load(request), response);
      manager.save(session, response);
    }
  }
}
