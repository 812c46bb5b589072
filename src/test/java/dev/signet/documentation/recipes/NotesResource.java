package dev.signet.documentation.recipes;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A notice after a redirect. */
@Path("/notes")
@Produces(MediaType.TEXT_HTML)
public class NotesResource {

  @Inject Session session;

  @POST
  public Response save(@FormParam("text") String text) {
    session.put("note", text);
    session.flash("notice", "The note was saved.");
    return Response.seeOther(URI.create("notes")).build();
  }

  @GET
  public String page() {
    String notice = session.flash("notice", String.class);
    return (notice == null ? "" : "<p role=\"status\">" + notice + "</p>")
        + "<form method=\"post\"><input name=\"text\"><button>Save</button></form>";
  }
}
