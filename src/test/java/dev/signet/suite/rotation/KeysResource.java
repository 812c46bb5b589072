package dev.signet.suite.rotation;

import dev.signet.Session;
import dev.signet.SessionClock;
import dev.signet.testing.MutableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Changes an option and the time of the running application; returns the size of the session. */
@Path("/keys")
public class KeysResource {

  /** The clock of the sessions. */
  @Produces @SessionClock static final MutableClock CLOCK = new MutableClock();

  @Inject Session session;
  @Inject Config config;

  /** Sets an option. */
  @POST
  @Path("{option}")
  public void set(@PathParam("option") String option, String value) {
    ChangingKeys.PROPERTIES.put(option, value);
  }

  /** Returns the value of an option that the server's configuration has now. */
  @GET
  @Path("{option}")
  public String get(@PathParam("option") String option) {
    return config.getValue(option, String.class);
  }

  /** Lets a minute pass. */
  @POST
  @Path("minute")
  public void minute() {
    CLOCK.advance(Duration.ofMinutes(1));
  }

  /** Returns the number of attributes of the session. */
  @GET
  public String size() {
    return String.valueOf(session.size());
  }
}
