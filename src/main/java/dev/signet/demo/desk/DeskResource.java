package dev.signet.demo.desk;

import dev.signet.LogIn;
import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The actions of the page. All data of a visitor is in the session. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class DeskResource {

  /** The role of everyone who has logged in. */
  static final String ROLE = "visitor";

  private static final int LAST_CASES = 3;
  private static final int LONGEST_NAME = 40;
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");

  @Inject Session session;
  @Inject RequestTrace remark;
  @Inject Page page;
  @Inject FormResponse answer;
  @Context UriInfo uri;

  /** Returns the page and counts the visit, except after a form was sent. */
  @GET
  public Response page(@QueryParam("said") @Nullable String said) {
    if (said == null) {
      session.put("came", session.get("came", 0) + 1);
      remark.because("the visit was counted");
    }
    return Response.ok(page.page(Visitor.of(session), Notice.text(said), uri.getBaseUri()))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Returns only the desk, with the current state of the session. */
  @GET
  @Path("desk")
  public Response desk() {
    return Response.ok(page.desk(Visitor.of(session))).header("Cache-Control", "no-store").build();
  }

  /** Stores the theme. */
  @POST
  @Path("desk/theme")
  public Response theme(@FormParam("theme") @DefaultValue("auto") String theme) {
    session.put("theme", THEMES.contains(theme) ? theme : "auto");
    return answer.with(Notice.THEME);
  }

  /** Opens a case, and stores it as the latest of three. */
  @POST
  @Path("desk/cases")
  public Response open(@FormParam("case") @DefaultValue("") String name) {
    List<String> cases = new ArrayList<>(Visitor.of(session).cases());
    Case.named(name)
        .ifPresent(
            found -> {
              cases.remove(found.name());
              cases.add(0, found.name());
              session.put("cases", cases.subList(0, Math.min(cases.size(), LAST_CASES)));
            });
    return answer.with(Notice.CASE);
  }

  /** Puts a thing into the cart. */
  @POST
  @Path("desk/cart")
  public Response add(@FormParam("thing") @DefaultValue("") String thing) {
    List<String> cart = new ArrayList<>(Visitor.of(session).cart());
    if (cart.size() >= Catalog.MOST) {
      return answer.with(Notice.FULL);
    }
    if (Catalog.THINGS.contains(thing)) {
      cart.add(thing);
      session.put("cart", cart);
    }
    return answer.with(Notice.CART);
  }

  /** Empties the cart. */
  @POST
  @Path("desk/cart/empty")
  public Response empty() {
    session.remove("cart");
    return answer.with(Notice.EMPTIED);
  }

  /** Logs in with any name; the session keeps its content under a new token. */
  @POST
  @Path("desk/login")
  public Response login(
      @FormParam("name") @DefaultValue("") String name,
      @HeaderParam("User-Agent") @Nullable String userAgent) {
    if (name.isBlank()) {
      return answer.with(Notice.NAMELESS);
    }
    session.logIn(
        LogIn.of(beginning(name.strip())).roles(ROLE).device(Devices.describe(userAgent)));
    return answer.with(Notice.LOGIN);
  }

  /** Returns the beginning of a name, without splitting a surrogate pair. */
  private static String beginning(String name) {
    int end =
        name.codePointCount(0, name.length()) <= LONGEST_NAME
            ? name.length()
            : name.offsetByCodePoints(0, LONGEST_NAME);
    return name.substring(0, end);
  }

  /** Logs out: deletes the session and its cookie. */
  @POST
  @Path("desk/logout")
  public Response logout() {
    session.delete();
    return answer.with(Notice.LOGOUT);
  }
}
