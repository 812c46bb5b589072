package dev.signet.suite.app;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values that are more than text. */
@RequestScoped
@Path("/values")
@Produces(MediaType.TEXT_PLAIN)
public class ValuesResource {

  @Inject Session session;

  /** Adds to the list in the session without putting it again. */
  @POST
  @Path("/list")
  public String add(@QueryParam("item") String item) {
    List<String> items = session.get("items", new GenericType<List<String>>() {});
    if (items == null) {
      items = new ArrayList<>();
      session.put("items", items);
    }
    items.add(item);
    return String.join(",", items);
  }

  /** Puts or reads a record with all kinds of components. */
  @POST
  @Path("/user")
  public String user(@QueryParam("put") @DefaultValue("false") boolean put) {
    if (put) {
      session.put(
          "user",
          new User(
              UUID.fromString("6f1b0e1c-6f0a-4c58-8f5e-2f3a6d0c9a11"),
              "Ada",
              Instant.parse("2026-11-21T08:00:00Z"),
              new byte[] {1, 2, 3},
              Map.of("admin", List.of(1, 2))));
    }
    User user = session.get("user", User.class);
    return user == null
        ? "nobody"
        : "%s %s %s %d %s"
            .formatted(user.id(), user.name(), user.since(), user.avatar().length, user.rights());
  }

  /** Puts the same map with its keys in another order. */
  @POST
  @Path("/order")
  public String order(@QueryParam("first") String first) {
    session.put("map", first.equals("a") ? ordered("a", "b") : ordered("b", "a"));
    return "ok";
  }

  private static Map<String, Integer> ordered(String... keys) {
    var map = new java.util.LinkedHashMap<String, Integer>();
    for (String key : keys) {
      map.put(key, key.codePointAt(0));
    }
    return map;
  }

  /** Puts what is no data. */
  @POST
  @Path("/object")
  public String object() {
    session.put("before", "1");
    session.put("worker", new Object());
    return "never";
  }

  /** Makes a value large after it was put. */
  @POST
  @Path("/grow")
  public String grow() {
    var list = new ArrayList<String>();
    session.put("small", "1");
    session.put("secret-list", list);
    list.add("x".repeat(5000));
    return "never sent";
  }

  /** Changes the session and answers with what nobody can write. */
  @POST
  @Path("/unwritable")
  public Unwritable unwritable(@QueryParam("status") int status) {
    session.put("half", "done");
    return new Unwritable(status);
  }

  /** An entity whose writer fails, and the status that failure is mapped to. */
  public record Unwritable(int status) {}

  /** Reads as a type it is not. */
  @POST
  @Path("/wrong-type")
  public String wrongType(@QueryParam("key") String key) {
    return "" + session.get(key, Integer.class);
  }

  /** A user. */
  @SuppressWarnings("ArrayRecordComponent") // is read, not compared
  public record User(
      UUID id, String name, Instant since, byte[] avatar, Map<String, List<Integer>> rights) {}
}
