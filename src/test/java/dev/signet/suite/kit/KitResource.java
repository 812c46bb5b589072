package dev.signet.suite.kit;

import dev.signet.Session;
import dev.signet.SessionClock;
import dev.signet.testing.MutableClock;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;

/** Knows who is logged in, and lets time pass. */
@Path("/kit")
public class KitResource {

  @Inject Session session;
  @Inject @SessionClock MutableClock clock;

  @GET
  @Path("me")
  public String me() {
    return session.get("user", "nobody");
  }

  @POST
  @Path("login")
  public void login(String user) {
    session.put("user", user);
    session.renew();
  }

  @POST
  @Path("logout")
  public void logout() {
    session.delete();
  }

  /** Lets so many days pass. */
  @POST
  @Path("days")
  public void days(String days) {
    clock.advance(Duration.ofDays(Long.parseLong(days)));
  }
}
