package dev.signet.suite.app;

import dev.signet.Session;
import dev.signet.SessionManager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Loads and saves explicitly, beside the filters. */
@RequestScoped
@Path("/manager")
@Produces(MediaType.TEXT_PLAIN)
public class ManagerResource {

  @Inject SessionManager manager;
  @Inject Session session;

  /** Runs a script on what the manager loads from the text of the header. */
  @POST
  @Path("/text")
  public Response text(@HeaderParam("Cookie") String cookies, String script) {
    Session loaded = manager.load(cookies);
    String answer = Script.run(loaded, script);
    var response = Response.ok(answer);
    manager.save(loaded).ifPresent(cookie -> response.header("Set-Cookie", cookie));
    return response.build();
  }

  /** Saves the injected session as text, and tries to change it afterwards. */
  @POST
  @Path("/injected")
  public Response injected(String script) {
    Script.run(session, script);
    var response = Response.ok();
    manager.save(session).ifPresent(cookie -> response.header("Set-Cookie", cookie));
    String again = manager.save(session).isPresent() ? "same" : "nothing";
    try {
      session.put("late", "1");
      return response.entity(again).build();
    } catch (IllegalStateException e) {
      return response.entity(again + ", then " + e.getMessage()).build();
    }
  }
}
