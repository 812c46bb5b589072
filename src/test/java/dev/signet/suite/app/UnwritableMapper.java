package dev.signet.suite.app;

import dev.signet.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers for an entity that could not be written, and uses the session for it. */
@Provider
@ApplicationScoped
public class UnwritableMapper implements ExceptionMapper<UnwritableWriter.Failure> {

  @Inject Session session;

  @Override
  public Response toResponse(UnwritableWriter.Failure failure) {
    session.put("mapper", "was here");
    return Response.status(failure.status()).build();
  }
}
