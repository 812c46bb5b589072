package dev.signet.documentation;

import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** The log-in of the README. */
@Path("/account")
public class AccountResource {

  /** Checks passwords; the application's own. */
  public interface Passwords {

    /** Returns whether a password is that of a user. */
    boolean matches(String name, String password);
  }

  @Inject Session session;
  @Inject Passwords passwords;

  @POST
  @Path("/login")
  public Response logIn(@FormParam("name") String name, @FormParam("password") String password) {
    if (!passwords.matches(name, password)) {
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    session.logIn(name, Set.of("staff"));
    return Response.noContent().build();
  }

  @GET
  @Path("/orders")
  @RolesAllowed("staff")
  public String orders() {
    return "Orders of " + session.caller().orElseThrow().name();
  }

  @POST
  @Path("/logout")
  public void logOut() {
    session.delete();
  }
}
