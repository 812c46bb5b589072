package dev.signet.documentation;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The flash value of the documentation. */
@RequestScoped
@Path("/letters")
public class LettersResource {

  @Inject Session session;

  @POST
  public Response save(String letter) {
    session.flash("notice", "The letter was saved.");
    return Response.seeOther(URI.create("/letters")).build();
  }

  @GET
  public String letters() {
    String notice = session.flash("notice", String.class);
    return notice == null ? "Your letters" : notice;
  }
}
