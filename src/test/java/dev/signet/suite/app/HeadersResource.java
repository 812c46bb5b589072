package dev.signet.suite.app;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers with headers of its own beside those of the session. */
@RequestScoped
@Path("/headers")
@Produces(MediaType.TEXT_PLAIN)
public class HeadersResource {

  @Inject Session session;

  @GET
  public String untouched() {
    return "nothing of the session";
  }

  /** Runs a script and sets headers, each given as {@code name: value}. */
  @POST
  public Response withHeaders(@QueryParam("header") List<String> headers, String script) {
    Script.run(session, script);
    var response = Response.ok();
    for (String header : headers) {
      int colon = header.indexOf(':');
      response.header(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    return response.build();
  }

  /** Runs a script and sets a cookie of a name as an object. */
  @POST
  @Path("/cookie")
  public Response withCookie(@QueryParam("name") String name, String script) {
    Script.run(session, script);
    return Response.ok().cookie(new NewCookie.Builder(name).value("of-the-app").build()).build();
  }
}
