package dev.signet.documentation.recipes;

import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Another resource of the JSON API. */
@Path("/api/orders")
@RolesAllowed("staff")
@Consumes(MediaType.APPLICATION_JSON)
public class OrdersResource {

  @Inject Session session;

  @POST
  public String order(String order) {
    int orders = session.get("orders", 0) + 1;
    session.put("orders", orders);
    return "Order " + orders;
  }
}
