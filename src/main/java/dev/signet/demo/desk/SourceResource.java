package dev.signet.demo.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** The source of the demo's classes, as text. */
@Path("/desk/source")
public class SourceResource {

  /** Returns the source of a class, or status 404. */
  @GET
  @Path("/{file: (desk|examples)/\\w+\\.java}")
  public Response source(@PathParam("file") String name) {
    byte[] file = Html.file("/dev/signet/demo/" + name);
    return file == null
        ? Response.status(Status.NOT_FOUND).build()
        : Response.ok(file, "text/plain;charset=UTF-8").build();
  }
}
