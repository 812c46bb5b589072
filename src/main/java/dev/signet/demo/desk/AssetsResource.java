package dev.signet.demo.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;

/**
 * The static files of the page. They do not use the session, so caches may store them: there is no
 * cookie and no {@code Vary}.
 */
@Path("/desk/assets")
public class AssetsResource {

  private static final int TEN_MINUTES = 600;

  /** Returns a file, or status 304 if the client has it. */
  @GET
  @Path("/{name: desk\\.css|desk\\.js|seal\\.svg}")
  public Response file(@PathParam("name") String name, @Context Request request) {
    byte[] file = Html.file(name);
    if (file == null) {
      return Response.status(Status.NOT_FOUND).build();
    }
    var tag = new EntityTag(Integer.toHexString(Arrays.hashCode(file)));
    var unchanged = request.evaluatePreconditions(tag);
    var response = unchanged == null ? Response.ok(file, type(name)).tag(tag) : unchanged;
    var caches = new CacheControl();
    caches.setMaxAge(TEN_MINUTES);
    caches.setNoTransform(false);
    return response.cacheControl(caches).build();
  }

  private static String type(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    return switch (suffix) {
      case "css" -> "text/css;charset=UTF-8";
      case "js" -> "text/javascript;charset=UTF-8";
      default -> "image/svg+xml";
    };
  }
}
