package dev.signet.documentation;

import dev.signet.Logins;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The list of log-ins of the documentation. */
@Path("/")
public class DevicesResource {

  @Inject Logins logins;

  @GET
  @Path("/devices")
  @RolesAllowed("staff")
  public List<String> devices(@Context SecurityContext security) {
    return logins.of(security.getUserPrincipal().getName()).stream()
        .map(login -> login.id() + " " + login.device().orElse("unknown") + " " + login.lastSeen())
        .toList();
  }

  @POST
  @Path("/devices/end")
  @RolesAllowed("staff")
  public void endDevice(@FormParam("id") String id) {
    logins.end(id);
  }

  @POST
  @Path("/devices/end-others")
  @RolesAllowed("staff")
  public void endOthers() {
    logins.endOthers();
  }
}
