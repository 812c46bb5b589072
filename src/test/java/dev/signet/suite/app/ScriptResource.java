package dev.signet.suite.app;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Runs a script on the session, then answers with the status that is asked for, or fails. */
@RequestScoped
@Path("/script")
@Produces(MediaType.TEXT_PLAIN)
public class ScriptResource {

  @Inject Session session;

  @POST
  public Response run(
      @QueryParam("status") @DefaultValue("200") int status, @DefaultValue("") String script) {
    String answer = Script.run(session, script);
    return switch (status) {
      case 204 -> Response.noContent().build();
      case 303 -> Response.seeOther(URI.create("/elsewhere")).build();
      default -> Response.status(status).entity(answer).build();
    };
  }

  @POST
  @Path("/throw")
  public Response fail(String script) {
    Script.run(session, script);
    throw new IllegalStateException("The application failed.");
  }

  @POST
  @Path("/conflict")
  public Response conflict(String script) {
    Script.run(session, script);
    throw new Conflict();
  }

  /** What {@link ConflictMapper} maps. */
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
