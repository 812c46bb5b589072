package dev.signet.suite.mapping;

import dev.signet.Session;
import dev.signet.SessionTooLargeException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;

/** Everything is found by itself. */
@ApplicationPath("/")
public class MappingApplication extends Application {

  /** Fails in the two ways a session can. */
  @RequestScoped
  @Path("/fail")
  public static class Failing {
    @Inject Session session;

    @POST
    @Path("/large")
    public String large() {
      var list = new ArrayList<String>();
      session.put("list", list);
      list.add("x".repeat(5000));
      return "never";
    }

    @POST
    @Path("/attribute")
    public String attribute() {
      session.put("object", new Object());
      return "never";
    }
  }

  /** Maps one kind in particular. */
  @Provider
  public static class TooLarge implements ExceptionMapper<SessionTooLargeException> {
    @Override
    public Response toResponse(SessionTooLargeException exception) {
      return Response.status(507).entity("limit " + exception.limit()).build();
    }
  }

  /** Maps whatever nobody else does. */
  @Provider
  public static class Anything implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable exception) {
      return Response.status(502).entity("general").build();
    }
  }
}
