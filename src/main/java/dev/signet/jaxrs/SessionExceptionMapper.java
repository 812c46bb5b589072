package dev.signet.jaxrs;

import dev.signet.SessionException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;

/**
 * Answers for the application where it does not itself: the client learns that the server failed,
 * the log learns why.
 */
@Priority(Integer.MAX_VALUE)
public class SessionExceptionMapper implements ExceptionMapper<SessionException> {

  private static final System.Logger LOG = System.getLogger("dev.signet");

  @Override
  public Response toResponse(SessionException exception) {
    LOG.log(Level.ERROR, "The session could not be used as the application asked.", exception);
    return Response.serverError()
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity("The server could not keep the session.")
        .build();
  }
}
