package dev.signet.suite.csrf;

import dev.signet.CsrfExempt;
import dev.signet.CsrfToken;
import dev.signet.Session;
import dev.signet.SessionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Sends letters in the name of whoever is logged in. */
@Path("/letters")
@ApplicationScoped
public class LetterResource {

  private static final String PAGE =
      """
      <!DOCTYPE html><meta charset="utf-8"><title>Letters</title>
      <form method="post" action="letters">
      <input name="text"><input type="hidden" name="csrf_token" value="%s">
      <button id="send">Send</button></form>\
      """;

  private final List<SessionEvent> events = new CopyOnWriteArrayList<>();

  @Inject Session session;
  @Inject CsrfToken token;

  void told(@Observes SessionEvent event) {
    events.add(event);
    throw new IllegalStateException("an observer that fails");
  }

  @GET
  @Produces("text/html")
  public String page() {
    return PAGE.formatted(token());
  }

  @GET
  @Path("token")
  public String token() {
    String value = token.value();
    if (!value.isEmpty()) {
      session.put("visited", true);
    }
    return value;
  }

  /** Returns what a refused request may have left behind. */
  @GET
  @Path("mark")
  public String mark() {
    return session.get("visited", false) + " " + session.get("mark", "no mark");
  }

  @POST
  public String send(@FormParam("text") String text) {
    return "sent by " + session.get("user", "nobody") + ": " + text;
  }

  @POST
  @Path("raw")
  public String raw(byte[] body) {
    return "bytes: " + body.length;
  }

  /** Tells what the form says, but for the token. */
  @POST
  @Path("fields")
  @Produces("text/plain;charset=UTF-8")
  public String fields(MultivaluedMap<String, String> form) {
    return new TreeMap<>(form)
        .entrySet().stream()
            .filter(field -> !field.getKey().equals(CsrfToken.FIELD))
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
  }

  @PUT
  @Path("fields")
  public String putFields(MultivaluedMap<String, String> form) {
    return fields(form);
  }

  @PUT
  public String put() {
    return "put";
  }

  @DELETE
  public String delete() {
    return "deleted";
  }

  @POST
  @Path("login")
  public String login() {
    session.put("user", "Ada");
    session.renew();
    return token.value();
  }

  @POST
  @Path("hook")
  @CsrfExempt
  public String hook() {
    return "hooked";
  }

  @Path("drawer")
  public Drawer drawer() {
    return new Drawer();
  }

  /** Changes the session before a method of the drawer is reached. */
  @Path("marked-drawer")
  public Drawer markedDrawer() {
    session.put("mark", "by the locator");
    session.renew();
    session.save();
    return new Drawer();
  }

  /** Deletes the session before a method of the drawer is reached. */
  @Path("deleting-drawer")
  public Drawer deletingDrawer() {
    session.delete();
    session.put("mark", "after a deletion");
    return new Drawer();
  }

  @CsrfExempt
  @Path("exempt-locator")
  public Drawer exemptLocator() {
    return new Drawer();
  }

  @Path("deeper-drawer")
  public DeeperDrawer deeperDrawer() {
    return new DeeperDrawer();
  }

  @PATCH
  public String patch() {
    return "patched";
  }

  @CustomMethods.Purge
  public String purge() {
    return "purged";
  }

  @Path("open-drawer")
  public OpenDrawer openDrawer() {
    return new OpenDrawer();
  }

  @GET
  @Path("events")
  public String events() {
    String text = events.toString();
    events.clear();
    return text;
  }

  /** A sub-resource like any other. */
  public static class Drawer {

    @POST
    public String put() {
      return "in the drawer";
    }
  }

  /** A sub-resource for everybody. */
  @CsrfExempt
  public static class OpenDrawer extends Drawer {}

  /** Inherits the exemption. */
  public static class DeeperDrawer extends OpenDrawer {}
}
