package dev.signet.history.app;

import dev.signet.Session;
import dev.signet.history.SessionCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the status of a failure, and changes the session if an entity was not written. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Failure> {

  private static final int UNWRITABLE = 422;

  @Inject Session session;

  @Override
  public Response toResponse(Failure failure) {
    if (failure.status() == UNWRITABLE) {
      SessionCalls.map(session);
    }
    return Response.status(failure.status()).build();
  }
}
