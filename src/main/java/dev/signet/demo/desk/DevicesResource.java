package dev.signet.demo.desk;

import dev.signet.Logins;
import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Ends log-ins of the visitor. The page lists them. */
@Path("/desk/devices")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(DeskResource.ROLE)
public class DevicesResource {

  @Inject Session session;
  @Inject Logins logins;
  @Inject FormResponse answer;

  /** Ends one log-in of the visitor. */
  @POST
  @Path("/end")
  public Response end(@FormParam("id") @DefaultValue("") String id) {
    return answer.with(logins.end(id) ? Notice.DEVICE_ENDED : Notice.NO_DEVICE);
  }

  /** Ends all log-ins of the visitor. */
  @POST
  @Path("/everywhere")
  public Response everywhere() {
    logins.endOthers();
    session.delete();
    return answer.with(Notice.EVERYWHERE);
  }
}
