package dev.signet.suite.events;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** Does to the session what is asked for, and tells what was observed. */
@Path("/events")
public class EventsResource {

  @Inject Session session;
  @Inject Notes notes;

  /** Returns what happened since this was asked for the last time. */
  @GET
  public String told() {
    return notes.told();
  }

  @GET
  @Path("read")
  public int read() {
    return session.size();
  }

  @POST
  @Path("put")
  public void put(String value) {
    session.put("name", value);
  }

  @POST
  @Path("renew")
  public void renew() {
    session.renew();
  }

  @POST
  @Path("delete")
  public void delete() {
    session.delete();
  }

  @POST
  @Path("clear")
  public void clear() {
    session.clear();
  }

  @POST
  @Path("large")
  public void large() {
    session.put("large", "x".repeat(5000));
  }

  /** Makes the response on a thread where no request scope is active. */
  @POST
  @Path("later")
  public void later(String value, @Suspended AsyncResponse response) {
    session.put("name", value);
    new Thread(() -> response.resume("later")).start();
  }
}
