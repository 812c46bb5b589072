package dev.signet.demo.examples;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The example of Robyn: counts the visits of each client until log-out. */
@Path("/robyn")
@Produces(MediaType.TEXT_PLAIN)
public class RobynResource {

  @Inject Session session;

  /** Returns the number of visits of this client. */
  @GET
  @Path("/visits")
  public String visits() {
    int visits = session.get("visits", 0) + 1;
    session.put("visits", visits);
    return "You have visited " + visits + " times";
  }

  /** Removes all attributes. An empty session has no cookie, so the response expires it. */
  @POST
  @Path("/logout")
  public String logout() {
    session.clear();
    return "logged out";
  }
}
