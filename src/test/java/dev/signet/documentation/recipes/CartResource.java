package dev.signet.documentation.recipes;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Fills the cart. */
@Path("/cart")
public class CartResource {

  @Inject Cart cart;

  @POST
  public String add(
      @FormParam("product") String productId,
      @FormParam("quantity") @DefaultValue("1") int quantity) {
    cart.add(productId, quantity);
    return cart.quantities().size() + " products";
  }
}
