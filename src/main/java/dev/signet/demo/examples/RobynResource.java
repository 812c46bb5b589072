package dev.signet.demo.examples;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** As in Robyn: visits are counted for each client, until the log-out forgets them. */
@Path("/robyn")
@Produces(MediaType.TEXT_PLAIN)
public class RobynResource {

  @Inject Session session;

  /** Answers how often this client has been here. */
  @GET
  @Path("/visits")
  public String visits() {
    int visits = session.get("visits", 0) + 1;
    session.put("visits", visits);
    return "You have visited " + visits + " times";
  }

  /** An empty session has no cookie: this expires it. */
  @POST
  @Path("/logout")
  public String logout() {
    session.clear();
    return "logged out";
  }
}
