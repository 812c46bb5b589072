package dev.signet.documentation.recipes;

import dev.signet.Caller;
import dev.signet.CsrfToken;
import dev.signet.Session;
import dev.signet.documentation.Passwords;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;

/** The session as a resource of a JSON API. */
@Path("/api/session")
@RolesAllowed("staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {

  /** The proof of a log-in. */
  public record Credentials(String name, String password) {}

  @Inject Session session;
  @Inject CsrfToken token;
  @Inject Passwords passwords;

  @POST
  @PermitAll
  public Map<String, Object> logIn(Credentials user) {
    passwords.check(user.name(), user.password()); // throws NotAuthorizedException
    session.logIn(user.name(), Set.of("staff"));
    return me();
  }

  @GET
  @PermitAll
  public Map<String, Object> me() {
    var roles = session.caller().map(Caller::roles).orElse(Set.of());
    String name = session.caller().map(Caller::name).orElse("");
    return Map.of("name", name, "roles", roles, "csrfToken", token.value());
  }

  @DELETE
  public void logOut() {
    session.delete();
  }
}
