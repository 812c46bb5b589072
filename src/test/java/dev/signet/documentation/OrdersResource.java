package dev.signet.documentation;

import dev.signet.RecentLogIn;
import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** The log-in and the guarded resource of the documentation. */
@Path("/")
public class OrdersResource {

  /** The users of the application. */
  public interface Users {

    boolean accept(String name, String password);

    Set<String> roles(String name);
  }

  @Inject Session session;
  @Inject Users users;

  @GET
  @Path("/orders")
  @RolesAllowed("staff")
  public List<String> orders() {
    return List.of("one book");
  }

  @POST
  @Path("/login")
  public Response logIn(@FormParam("name") String name, @FormParam("password") String password) {
    if (!users.accept(name, password)) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
    session.logIn(name, users.roles(name));
    return Response.seeOther(session.requestedPage().orElse(URI.create("/"))).build();
  }

  @POST
  @Path("/email")
  @RecentLogIn("PT5M")
  public void changeEmail(@FormParam("email") String email) {
    session.put("email", email);
  }
}
