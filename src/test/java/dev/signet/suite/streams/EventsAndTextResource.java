package dev.signet.suite.streams;

import dev.signet.Session;
import dev.signet.suite.app.Script;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Sends events, except for the method that returns text. */
@Path("events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class EventsAndTextResource {

  @Inject Session session;

  @POST
  @Path("text")
  @Produces(MediaType.TEXT_PLAIN)
  public String text(String script) {
    return Script.run(session, script);
  }
}
