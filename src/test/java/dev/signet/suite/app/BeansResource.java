package dev.signet.suite.app;

import dev.signet.Session;
import dev.signet.SessionAttributeException;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs calls on session beans, such as {@code add egg;items}. */
@RequestScoped
@Path("/beans")
@Produces(MediaType.TEXT_PLAIN)
public class BeansResource {

  @Inject Session session;
  @Inject Cart cart;
  @Inject Preferences preferences;
  @Inject Trace trace;
  @Inject Event<Cart.Added> added;

  @POST
  public Response run(
      @QueryParam("status") @DefaultValue("200") int status, @DefaultValue("") String script) {
    List<String> answers = new ArrayList<>();
    for (String call : script.split(";", -1)) {
      String[] words = call.strip().split(" ", 2);
      String answer = answer(words[0]);
      if (answer == null) {
        change(words);
      } else {
        answers.add(answer);
      }
    }
    return Response.status(status).entity(String.join("; ", answers)).build();
  }

  private @Nullable String answer(String call) {
    return switch (call) {
      case "items" -> cart.getItems().toString();
      case "state" -> cart.getState();
      case "theme" -> preferences.getTheme();
      case "trace" -> trace.toString();
      case "names" -> new TreeMap<>(session).keySet().toString();
      case "json" ->
          new TreeMap<>(session.get("cart", new GenericType<Map<String, Object>>() {})).toString();
      case "elsewhere" -> elsewhere();
      case "copy" -> copy();
      default -> null;
    };
  }

  private void change(String[] words) {
    switch (words[0]) {
      case "add" -> cart.add(words[1]);
      case "traced" -> cart.addTraced(words[1]);
      case "event" -> added.fire(new Cart.Added(words[1]));
      case "fill" -> cart.add("x".repeat(Integer.parseInt(words[1])));
      case "paint" -> preferences.setTheme(words[1]);
      case "remove" -> session.remove(words[1]);
      case "clear" -> session.clear();
      case "delete" -> session.delete();
      case "save" -> session.save();
      case "" -> {}
      default -> throw new IllegalArgumentException("No such call: " + words[0]);
    }
  }

  /** Puts the proxy of a bean, which must not become JSON. */
  private String copy() {
    try {
      session.put("copy", preferences);
      return "copied";
    } catch (SessionAttributeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Calls a bean on a thread without a request. */
  private String elsewhere() {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return cart.getItems().toString();
              } catch (ContextNotActiveException e) {
                return e.getMessage();
              }
            },
            task -> new Thread(task).start())
        .join();
  }
}
