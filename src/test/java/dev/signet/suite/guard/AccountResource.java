package dev.signet.suite.guard;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.Logins;
import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.stream.Collectors;

/** Logs in and out, and shows the caller. */
@Path("/account")
public class AccountResource {

  @Inject Session session;
  @Inject Logins logins;

  @GET
  @Path("/login")
  public String page() {
    return "Please log in";
  }

  @POST
  @Path("/login")
  public Response logIn(
      @FormParam("name") String name,
      @FormParam("role") String role,
      @HeaderParam("User-Agent") String device) {
    session.logIn(LogIn.of(name).roles(role).device(String.valueOf(device)));
    URI page = session.requestedPage().orElse(URI.create("/home"));
    return Response.seeOther(page).build();
  }

  @POST
  @Path("/logout")
  public void logOut() {
    session.delete();
  }

  @GET
  @Path("/devices")
  public String devices() {
    String name = session.caller().map(Caller::name).orElse("nobody");
    return logins.of(name).stream()
        .map(login -> login.device().orElse("?") + (login.isCurrent() ? " (this one)" : ""))
        .collect(Collectors.joining(", "));
  }

  @POST
  @Path("/end-others")
  public void endOthers() {
    logins.endOthers();
  }

  @POST
  @Path("/confirm")
  public String confirm() {
    session.confirm();
    return session.requestedPage().map(URI::toString).orElse("none");
  }

  @GET
  @Path("/who")
  public String who(@Context SecurityContext security) {
    var caller = security.getUserPrincipal();
    return caller == null
        ? "nobody"
        : "%s %s %s %s"
            .formatted(
                caller.getName(),
                security.isUserInRole("staff"),
                security.isUserInRole("admin"),
                security.getAuthenticationScheme());
  }

  /** Has the security context, but asks it nothing. */
  @GET
  @Path("/plain")
  public String plain(@Context SecurityContext security) {
    return "plain " + security.isSecure();
  }
}
