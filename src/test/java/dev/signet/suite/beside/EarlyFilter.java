package dev.signet.suite.beside;

import dev.signet.Session;
import dev.signet.suite.app.Script;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Runs a script before it is known which resource the request is for, if there is one. */
@Provider
@PreMatching
@ApplicationScoped
public class EarlyFilter implements ContainerRequestFilter {

  @Inject Session session;

  @Override
  public void filter(ContainerRequestContext request) {
    String script = request.getHeaderString("X-Before-Matching");
    if (script != null) {
      Script.run(session, script);
    }
  }
}
