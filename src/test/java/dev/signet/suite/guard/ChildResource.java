package dev.signet.suite.guard;

import jakarta.ws.rs.Path;

/** A class without a guard of its own. */
@Path("/child")
public class ChildResource extends ParentResource implements ParentResource.Writable<String> {

  @Override
  public String overridden() {
    return "overridden by the child";
  }

  @Override
  public String write(String text) {
    return "written";
  }
}
