package com.example.starter;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Counts the visits of each client, in its session. */
@Path("/visits")
@Produces(MediaType.TEXT_PLAIN)
public class VisitsResource {

  @Inject Session session;

  @GET
  public String visits() {
    int count = session.get("count", 0) + 1;
    session.put("count", count);
    return "You have visited " + count + " times\n";
  }
}
