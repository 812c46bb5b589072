package com.example.shop;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Counts the visits of each client. */
@Path("visits")
@Produces("text/plain")
public class VisitsResource {

  @Inject Session session;

  @GET
  public String visits() {
    int visits = session.get("visits", 0) + 1;
    session.put("visits", visits);
    return "Visit " + visits;
  }
}
