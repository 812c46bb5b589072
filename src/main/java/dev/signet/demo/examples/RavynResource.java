package dev.signet.demo.examples;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The example of Ravyn: a profile for users who are logged in, and 401 for others. */
@Path("/ravyn")
@Produces(MediaType.APPLICATION_JSON)
public class RavynResource {

  private static final Map<String, Integer> USERS =
      Map.of("ada@example.com", 1, "grace@example.com", 2);

  @Inject Session session;

  /** Logs in with a new token, so that a token from before the log-in gains no privileges. */
  @POST
  @Path("/login")
  public Response login(
      @FormParam("email") @Nullable String email,
      @FormParam("password") @Nullable String password) {
    Integer userId = authenticate(email, password);
    if (userId == null) {
      return notAuthenticated();
    }
    session.put("user_id", userId);
    session.put("email", email);
    session.renew();
    return Response.ok(Map.of("message", "Logged in")).build();
  }

  /** Returns the profile of the user. */
  @GET
  @Path("/profile")
  public Response profile() {
    Integer userId = session.get("user_id", Integer.class);
    return userId == null
        ? notAuthenticated()
        : Response.ok(new Profile(userId, session.get("email", ""))).build();
  }

  /** Ends the session. */
  @POST
  @Path("/logout")
  public Map<String, String> logout() {
    session.delete();
    return Map.of("message", "Logged out");
  }

  /** Stands for the look-up of a real application; here the password is "password". */
  private static @Nullable Integer authenticate(@Nullable String email, @Nullable String password) {
    return email != null && "password".equals(password) ? USERS.get(email) : null;
  }

  private static Response notAuthenticated() {
    return Response.status(Status.UNAUTHORIZED)
        .entity(Map.of("detail", "Not authenticated"))
        .build();
  }

  /** The profile of a user. */
  public record Profile(@JsonbProperty("user_id") int userId, String email) {}
}
