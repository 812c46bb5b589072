package com.example.shop;

import dev.signet.Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Counts the visits of a browser, and fills its cart. */
@RequestScoped
@Path("visits")
public class VisitsResource {

  @Inject Session session;
  @Inject Cart cart;

  @GET
  public String visit() {
    int visits = session.get("visits", 0) + 1;
    session.put("visits", visits);
    return "Visit " + visits;
  }

  @POST
  @Path("cart")
  public String add(String item) {
    cart.add(item);
    return cart.items().toString();
  }

  @GET
  @Path("orders")
  @RolesAllowed("staff")
  public String orders() {
    return "No orders";
  }
}
