package dev.signet.suite.guard;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Locators with and without a guard, to sub-resources with and without a guard. */
@Path("/department")
public class DepartmentResource {

  @Path("/guarded")
  @RolesAllowed("staff")
  public Desk guarded() {
    return new Desk();
  }

  @Path("/object")
  @RolesAllowed("staff")
  public Object object() {
    return new Drawer();
  }

  @Path("/open")
  public Folder open() {
    return new Folder();
  }

  /** A sub-resource without a guard. */
  public static class Desk {

    @GET
    public String desk() {
      return "desk";
    }

    @GET
    @Path("/permitted")
    @PermitAll
    public String permitted() {
      return "permitted";
    }
  }

  /** Another one without a guard. */
  public static class Drawer {

    @GET
    public String drawer() {
      return "drawer";
    }
  }

  /** A sub-resource with a guard. */
  public static class Folder {

    @GET
    public String folder() {
      return "folder";
    }

    @GET
    @Path("/staff")
    @RolesAllowed("staff")
    public String staff() {
      return "staff";
    }
  }
}
