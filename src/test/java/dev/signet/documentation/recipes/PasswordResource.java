package dev.signet.documentation.recipes;

import dev.signet.Logins;
import dev.signet.RecentLogIn;
import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A changed password ends the other log-ins. */
@Path("/password")
@RolesAllowed("staff")
public class PasswordResource {

  /** The users of the application. */
  public interface Users {

    void changePassword(String name, String password);
  }

  @Inject Session session;
  @Inject Logins logins;
  @Inject Users users;

  @POST
  @RecentLogIn("PT5M")
  public void change(@FormParam("password") String password) {
    users.changePassword(session.caller().orElseThrow().name(), password);
    logins.endOthers(); // this browser stays logged in
    session.renew();
  }

  @POST
  @Path("/end-everywhere")
  public void logOutEverywhere() {
    logins.endAll(session.caller().orElseThrow().name());
  }
}
