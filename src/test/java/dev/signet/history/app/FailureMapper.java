package dev.signet.history.app;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the status of a failure. */
@Provider
public class FailureMapper implements ExceptionMapper<Failure> {

  @Override
  public Response toResponse(Failure failure) {
    return Response.status(failure.status()).build();
  }
}
