package dev.signet.documentation.recipes;

import dev.signet.CsrfToken;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An upload form with a CSRF token. */
@Path("/photos")
public class PhotosResource {

  private static final String FORM =
      """
      <form method="post" enctype="multipart/form-data">
        <input type="hidden" name="csrf_token" value="%s">
        <input type="file" name="photo"> <button>Upload</button>
      </form>
      """;

  @Inject CsrfToken token;

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String form() {
    return FORM.formatted(token.value());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public String upload(@FormParam("photo") EntityPart photo) throws IOException {
    try (InputStream content = photo.getContent()) {
      return content.transferTo(OutputStream.nullOutputStream()) + " bytes";
    }
  }
}
