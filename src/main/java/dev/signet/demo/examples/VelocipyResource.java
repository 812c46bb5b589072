package dev.signet.demo.examples;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The example of VelociPy: a log-in, the current user, and a cart. */
@Path("/velocipy")
@Produces(MediaType.APPLICATION_JSON)
public class VelocipyResource {

  @Inject Session session;

  /** Logs in the only user of this example. */
  @POST
  @Path("/login")
  public Map<String, Boolean> login() {
    session.putAll(Map.of("user_id", 42, "username", "ada"));
    session.renew();
    return Map.of("ok", true);
  }

  /** Returns the current user; both members are null if not logged in. */
  @GET
  @Path("/me")
  public Me me() {
    return new Me(session.get("user_id", Integer.class), session.get("username", String.class));
  }

  /** Ends the session, cart included. */
  @POST
  @Path("/logout")
  public Map<String, Boolean> logout() {
    session.delete();
    return Map.of("ok", true);
  }

  /** Returns the cart. */
  @GET
  @Path("/cart")
  public List<String> cart() {
    return session.get("cart", List.of());
  }

  /** Adds an item and returns the cart. */
  @POST
  @Path("/cart/add")
  public List<String> add(@QueryParam("item") @DefaultValue("egg") String item) {
    List<String> cart = session.get("cart", new ArrayList<>());
    cart.add(item);
    session.put("cart", cart);
    return cart;
  }

  /** The user in the session. */
  @JsonbNillable
  public record Me(
      @JsonbProperty(value = "user_id", nillable = true) @Nullable Integer userId,
      @Nullable String username) {}
}
