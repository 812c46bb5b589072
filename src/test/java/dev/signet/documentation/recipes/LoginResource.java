package dev.signet.documentation.recipes;

import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.documentation.Passwords;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** A log-in that can be remembered. */
@Path("/login")
public class LoginResource {

  @Inject Session session;
  @Inject Passwords passwords;

  @POST
  public Response logIn(
      @FormParam("name") String name,
      @FormParam("password") String password,
      @FormParam("remember") boolean remember) {
    passwords.check(name, password); // throws NotAuthorizedException
    LogIn user = LogIn.of(name).roles("staff");
    session.logIn(remember ? user.remembered(Duration.ofDays(30)) : user);
    return Response.seeOther(session.requestedPage().orElse(URI.create("/"))).build();
  }
}
