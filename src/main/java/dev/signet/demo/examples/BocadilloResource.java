package dev.signet.demo.examples;

import dev.signet.CsrfToken;
import dev.signet.Session;
import dev.signet.demo.examples.TodoList.Todo;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The example of Bocadillo: each client gets the to-dos it has not seen yet. */
@Path("/bocadillo")
@Produces(MediaType.APPLICATION_JSON)
public class BocadilloResource {

  private static final int LONGEST = 200;
  private static final String PAGE = text("todos.html");
  private static final String SCRIPT = text("todos.js");

  @Inject Session session;
  @Inject TodoList todos;
  @Inject CsrfToken csrf;

  /** Returns the page that shows to-dos as {@link TodoSocket} sends them. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public String page() {
    return PAGE.formatted(csrf.value());
  }

  /** Returns the script of the page. */
  @GET
  @Path("/todos.js")
  @Produces("text/javascript;charset=UTF-8")
  public String script() {
    return SCRIPT;
  }

  /** Returns the to-dos that this client has not seen, and stores the last ID in the session. */
  @GET
  @Path("/unseen-todos")
  public List<Todo> unseen() {
    List<Todo> unseen = todos.after(session.get("last_id", -1));
    if (!unseen.isEmpty()) {
      session.put("last_id", unseen.get(unseen.size() - 1).id());
    }
    return unseen;
  }

  /** Adds a to-do for all users. */
  @POST
  @Path("/todos")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(NewTodo todo) {
    if (todo.content() == null || todo.content().length() > LONGEST) {
      return Response.status(Status.BAD_REQUEST).build();
    }
    return Response.status(Status.CREATED).entity(todos.add(todo.content())).build();
  }

  private static String text(String file) {
    try (InputStream in = BocadilloResource.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of a request. */
  public record NewTodo(@Nullable String content) {}
}
