package dev.signet.demo.examples;

import dev.signet.CsrfToken;
import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The example of Microdot: a page with a log-in form that shows the user. */
@Path("/microdot")
@Produces(MediaType.TEXT_HTML)
public class MicrodotResource {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head><meta charset="utf-8"><title>Log-in</title></head>
        <body>
          <h1>%s</h1>
          %s
        </body>
      </html>
      """;

  private static final String LOG_IN =
      """
      <form method="post" action="%s">
        <input type="hidden" name="csrf_token" value="%s">
        <label>Name <input name="username" required maxlength="40"></label>
        <button>Log in</button>
      </form>\
      """;

  private static final String LOG_OUT =
      """
      <form method="post" action="%slogout">
        <input type="hidden" name="csrf_token" value="%s">
        <button>Log out</button>
      </form>\
      """;

  @Inject Session session;
  @Inject CsrfToken csrf;
  @Context UriInfo uri;

  /** Returns the page with the name of the user, or the log-in form. */
  @GET
  public String page() {
    String name = session.get("username", "");
    return name.isEmpty()
        ? PAGE.formatted("Not logged in", LOG_IN.formatted(here(), csrf.value()))
        : PAGE.formatted("Logged in as " + escaped(name), LOG_OUT.formatted(here(), csrf.value()));
  }

  /** Logs in and shows the page. {@code save()} is optional. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response login(@FormParam("username") @DefaultValue("") String username) {
    session.put("username", username.isBlank() ? null : username.strip());
    session.renew();
    session.save();
    return backToThePage();
  }

  /** Logs out and redirects to the page. */
  @POST
  @Path("/logout")
  public Response logout() {
    session.delete();
    return backToThePage();
  }

  private Response backToThePage() {
    return Response.seeOther(uri.getBaseUri().resolve("microdot/")).build();
  }

  private String here() {
    return uri.getBaseUri().getPath() + "microdot/";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
