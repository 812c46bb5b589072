package dev.signet.suite.rotation;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Changes an option of the running application, and tells whether a session is accepted. */
@Path("/keys")
public class KeysResource {

  @Inject Session session;

  /** Sets an option. */
  @POST
  @Path("{option}")
  public void set(@PathParam("option") String option, String value) {
    ChangingKeys.PROPERTIES.put(option, value);
  }

  /** Answers how many attributes the session has. */
  @GET
  public String size() {
    return String.valueOf(session.size());
  }
}
