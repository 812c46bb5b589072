package dev.signet.suite.guard;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A guard on a class, and methods that differ from it. */
@Path("/class")
@RolesAllowed("staff")
public class StaffResource {

  @GET
  @Path("/staff")
  public String staff() {
    return "staff";
  }

  @GET
  @Path("/permitted")
  @PermitAll
  public String permitted() {
    return "permitted";
  }

  @GET
  @Path("/denied")
  @DenyAll
  public String denied() {
    return "denied";
  }

  @GET
  @Path("/admin")
  @RolesAllowed("admin")
  public String admin() {
    return "admin";
  }
}
