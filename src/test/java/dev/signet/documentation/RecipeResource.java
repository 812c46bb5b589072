package dev.signet.documentation;

import dev.signet.Logins;
import dev.signet.Session;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;

/** The recipe of the documentation: log in, guard a resource, list devices, log out everywhere. */
@Path("/shop")
@RolesAllowed("staff")
public class RecipeResource {
  @Inject Session session;
  @Inject Logins logins;
  @Inject Passwords passwords;

  @POST
  @Path("/login")
  @PermitAll
  public void logIn(@FormParam("name") String name, @FormParam("password") String password) {
    passwords.check(name, password);
    session.logIn(name, Set.of("staff"));
  }

  @GET
  @Path("/orders")
  public String orders() {
    return "Orders of " + session.caller().orElseThrow().name();
  }

  @GET
  @Path("/devices")
  public String devices() {
    return logins.of(session.caller().orElseThrow().name()).size() + " devices";
  }

  @POST
  @Path("/log-out-everywhere")
  public void logOutEverywhere() {
    logins.endOthers();
    session.delete();
  }
}
