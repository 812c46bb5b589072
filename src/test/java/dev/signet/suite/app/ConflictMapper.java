package dev.signet.suite.app;

import dev.signet.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** An exception mapper that changes the session. */
@Provider
@ApplicationScoped
public class ConflictMapper implements ExceptionMapper<ScriptResource.Conflict> {

  @Inject Session session;

  @Override
  public Response toResponse(ScriptResource.Conflict conflict) {
    session.put("mapper", "was here");
    return Response.status(Response.Status.CONFLICT).build();
  }
}
