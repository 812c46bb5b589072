package dev.signet.history.app;

import dev.signet.Logins;
import dev.signet.history.Conversation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** Tells open requests what to do, and controls time, keys and the store. */
@RequestScoped
@Path("/control")
@Produces(MediaType.TEXT_PLAIN)
public class ControlResource {

  @Inject Instance<StoreControl> store;
  @Inject Logins logins;

  @POST
  @Path("/tell")
  public String tell(@QueryParam("name") String name, String command) throws InterruptedException {
    return Conversation.of(name).tell(command);
  }

  /** Lets time pass, and returns the time. */
  @POST
  @Path("/time")
  public String time(String millis) {
    SessionTime.CLOCK.advance(Duration.ofMillis(Long.parseLong(millis)));
    store.forEach(StoreControl::sweep);
    return String.valueOf(SessionTime.CLOCK.millis());
  }

  @POST
  @Path("/keys")
  public void keys(String keys) {
    int end = keys.indexOf(',');
    System.setProperty("session.secret-key", end < 0 ? keys : keys.substring(0, end));
    System.setProperty("session.previous-secret-keys", end < 0 ? "" : keys.substring(end + 1));
  }

  @POST
  @Path("/fail")
  public void fail(String fault) {
    store.forEach(each -> each.fail(fault));
  }

  /** Ends the log-ins of earlier histories. */
  @POST
  @Path("/logout")
  public void logOut() {
    logins.endEveryone();
  }

  @POST
  @Path("/lose")
  public void lose() {
    store.forEach(StoreControl::lose);
  }
}
