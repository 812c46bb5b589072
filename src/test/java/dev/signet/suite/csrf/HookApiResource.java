package dev.signet.suite.csrf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Its method has no annotations of its own. */
@ApplicationScoped
@Path("/api")
public class HookApiResource implements HookApi {

  @Override
  public String hook() {
    return "hooked";
  }
}
