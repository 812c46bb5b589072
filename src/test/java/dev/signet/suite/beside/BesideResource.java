package dev.signet.suite.beside;

import dev.signet.Session;
import dev.signet.suite.app.Script;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Runs a script on the session. */
@Path("beside")
public class BesideResource {

  @Inject Session session;

  @POST
  public String run(String script) {
    return Script.run(session, script);
  }
}
