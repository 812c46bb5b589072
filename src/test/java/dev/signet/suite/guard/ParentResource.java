package dev.signet.suite.guard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A superclass with guards. */
public abstract class ParentResource {

  @GET
  @Path("/inherited")
  @RolesAllowed("staff")
  public String inherited() {
    return "inherited";
  }

  @GET
  @Path("/overridden")
  @RolesAllowed("staff")
  public String overridden() {
    return "overridden";
  }

  @GET
  @Path("/open")
  public String open() {
    return "open";
  }

  /** A generic method of an interface, with a guard. */
  public interface Writable<T> {

    @POST
    @Path("/generic")
    @RolesAllowed("staff")
    String write(T text);
  }
}
