package dev.signet.suite.guard;

import dev.signet.RecentLogIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Needs a recent proof. */
@Path("/settings")
@RecentLogIn("PT5M")
public class SettingsResource {

  @GET
  public String settings() {
    return "settings";
  }

  @POST
  @Path("/email")
  @RolesAllowed("staff")
  public String email() {
    return "changed";
  }

  @GET
  @Path("/hour")
  @RecentLogIn("PT1H")
  public String hour() {
    return "hour";
  }

  @GET
  @Path("/broken")
  @RecentLogIn("5 minutes")
  public String broken() {
    return "broken";
  }
}
