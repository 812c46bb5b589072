package dev.signet.demo.desk;

import dev.signet.Session;
import dev.signet.SessionTooLargeException;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the cookie as a client could with any tool. Scripts cannot read it, so the server does it
 * for the page.
 */
@Path("/desk/tampering")
@Produces(MediaType.TEXT_HTML)
public class TamperingResource {

  private static final String COPY = "signet-copy";

  @Inject Session session;
  @Inject SessionCookie cookie;
  @Inject FormResponse answer;
  @Context HttpHeaders headers;
  @Context UriInfo uri;

  /** Changes one letter of the cookie. */
  @POST
  @Path("/alter")
  public Response alter(@FormParam("part") @DefaultValue("1") int part) {
    String token = token();
    return token == null
        ? answer.with(Notice.NO_COOKIE)
        : answer.planting(Notice.ALTERED, set(cookie.name(), altered(token, part)));
  }

  /** Keeps a copy of the cookie in another cookie. */
  @POST
  @Path("/keep")
  public Response keep() {
    String token = token();
    return token == null
        ? answer.with(Notice.NO_COOKIE)
        : Response.fromResponse(answer.with(Notice.KEPT))
            .header(HttpHeaders.SET_COOKIE, set(COPY, token))
            .build();
  }

  /** Replaces the cookie with the copy. */
  @POST
  @Path("/replay")
  public Response replay(@CookieParam(COPY) @Nullable String copy) {
    return copy == null || !copy.matches("[\\w.-]+")
        ? answer.with(Notice.NO_COPY)
        : answer.planting(Notice.REPLAYED, set(cookie.name(), copy));
  }

  /** Changes a list in the session in place, without a call of {@code put}. */
  @POST
  @Path("/in-place")
  public Response inPlace() {
    List<String> cart = session.get("cart", new ArrayList<>());
    if (cart.isEmpty()) {
      session.put("cart", cart);
    }
    if (cart.size() >= Catalog.MOST) {
      return answer.with(Notice.FULL);
    }
    cart.add("a stamp");
    return answer.with(Notice.IN_PLACE);
  }

  /** Puts an attribute that is too large for a cookie. */
  @POST
  @Path("/overfill")
  public Response overfill() {
    try {
      session.put("essay", "All work and no play. ".repeat(200));
      return answer.with(Notice.CART);
    } catch (SessionTooLargeException e) {
      return answer.with(Notice.OVERFILLED, Notice.OVERFILLED.text() + " " + e.getMessage());
    }
  }

  private @Nullable String token() {
    var sent = headers.getCookies().get(cookie.name());
    return sent == null || !sent.getValue().matches("[\\w.-]+") ? null : sent.getValue();
  }

  /** Changes the letter in the middle of a part: 0 the header, 1 the claims, 2 the signature. */
  private static String altered(String token, int part) {
    String[] parts = token.split("\\.", -1);
    int which = Math.floorMod(part, parts.length);
    int middle = parts[which].length() / 2;
    var text = new StringBuilder(parts[which]);
    if (!text.isEmpty()) {
      text.setCharAt(middle, text.charAt(middle) == 'A' ? 'B' : 'A');
    }
    parts[which] = text.toString();
    return String.join(".", parts);
  }

  private String set(String name, String value) {
    String secure = uri.getBaseUri().getScheme().equals("https") ? "; Secure" : "";
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + secure;
  }
}
