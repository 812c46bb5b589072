package dev.signet.demo.examples;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The cart of VelociPy a second time, with a session bean instead of a key. */
@Path("/velocipy/basket")
@Produces(MediaType.APPLICATION_JSON)
public class VelocipyBasketResource {

  @Inject Basket basket;

  /** Returns the basket. */
  @GET
  public List<String> items() {
    return basket.items();
  }

  /** Adds an item and returns the basket. */
  @POST
  @Path("/add")
  public List<String> add(@QueryParam("item") @DefaultValue("egg") String item) {
    basket.add(item);
    return basket.items();
  }
}
