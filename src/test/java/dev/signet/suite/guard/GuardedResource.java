package dev.signet.suite.guard;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Guards on methods. */
@Path("/guarded")
public class GuardedResource {

  @GET
  @Path("/open")
  public String open() {
    return "open";
  }

  @GET
  @Path("/permitted")
  @PermitAll
  public String permitted() {
    return "permitted";
  }

  @GET
  @Path("/staff")
  @RolesAllowed({"staff", "admin"})
  public String staff() {
    return "staff";
  }

  @POST
  @Path("/staff")
  @RolesAllowed({"staff", "admin"})
  public String post() {
    return "posted";
  }

  @GET
  @Path("/denied")
  @DenyAll
  public String denied() {
    return "denied";
  }
}
