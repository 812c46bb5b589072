package dev.signet.suite.logins;

import dev.signet.LogIn;
import dev.signet.Logins;
import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;

/** Lists and ends log-ins. */
@RequestScoped
@Path("/logins")
@Produces(MediaType.TEXT_PLAIN)
public class LoginsResource {

  @Inject Session session;
  @Inject Logins logins;
  @Inject SlowRequest slow;

  @POST
  @Path("/login")
  public void logIn(@QueryParam("name") String name, @QueryParam("device") String device) {
    session.logIn(LogIn.of(name).roles("staff").device(device));
  }

  @GET
  public String list(@QueryParam("name") String name) {
    return logins.of(name).stream()
        .map(login -> login.device().orElse("?") + (login.isCurrent() ? " (this one)" : ""))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  @POST
  @Path("/end-others")
  public void endOthers() {
    logins.endOthers();
  }

  @POST
  @Path("/end-all")
  public void endAll(@QueryParam("name") String name) {
    logins.endAll(name);
  }

  @POST
  @Path("/end-everyone")
  public void endEveryone() {
    logins.endEveryone();
  }

  /** Changes the session, and answers when another request releases this one. */
  @POST
  @Path("/slow")
  public String slow() throws InterruptedException {
    session.put("late", 1);
    slow.await();
    session.put("late", 2);
    return "done";
  }

  /** Returns once the slow request has begun. */
  @POST
  @Path("/slow/begun")
  public void begun() throws InterruptedException {
    slow.awaitBegin();
  }

  @POST
  @Path("/slow/release")
  public void release() {
    slow.release();
  }
}
