package dev.signet.suite.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.CsrfToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns what it read from a multipart form. */
@Path("/parts")
@Consumes("multipart/form-data")
@Produces("text/plain;charset=UTF-8")
public class PartsResource {

  @POST
  public String parts(List<EntityPart> parts) throws IOException {
    List<String> texts = new ArrayList<>();
    for (EntityPart part : parts) {
      String file = part.getFileName().map(name -> " " + name + " " + text(part)).orElse("");
      texts.add(part.getName() + file);
    }
    return String.join(", ", texts);
  }

  @POST
  @Path("named")
  public String named(
      @FormParam("file") EntityPart file, @FormParam(CsrfToken.FIELD) @Nullable String token) {
    return file.getFileName().orElse("") + " " + text(file) + " " + (token != null);
  }

  private static String text(EntityPart part) {
    try (InputStream content = part.getContent()) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
