package dev.signet.suite.caller;

import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Shows the caller. */
@Path("/")
public class CallerResource {

  @Inject Callers callers;
  @Inject Session session;

  @GET
  @Path("/who")
  public String who() {
    return callers.toString();
  }

  @GET
  @Path("/ledger")
  public String ledger() {
    return callers.ledger();
  }

  @GET
  @Path("/staff")
  @RolesAllowed("staff")
  public String staff() {
    return callers.toString();
  }

  /** Logs out, and shows the caller after that. */
  @POST
  @Path("/logout")
  public String logOut(@Context SecurityContext security) {
    session.delete();
    return security.getUserPrincipal() + " " + security.isUserInRole("staff");
  }
}
