package dev.signet.suite.posts;

import dev.signet.CsrfExempt;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Returns the body of a request as it came. */
@Path("/posts")
public class PostResource {

  @POST
  public String post(String body) {
    return body;
  }

  @POST
  @Path("redirect")
  public Response redirect(String body) {
    return Response.seeOther(URI.create("/")).header("Body", body).build();
  }

  @POST
  @Path("exempt")
  @CsrfExempt
  public String exempt(String body) {
    return "exempt " + body;
  }
}
