package dev.signet.history.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.Logins;
import dev.signet.Session;
import dev.signet.SessionManager;
import dev.signet.history.Beans;
import dev.signet.history.Conversation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Requests that are told what to do, and answer in every way there is. */
@RequestScoped
@Path("/app")
@Produces(MediaType.TEXT_PLAIN)
public class HistoryResource {

  @Inject Session session;
  @Inject SessionManager manager;
  @Inject Logins logins;
  @Inject Tally tally;

  @GET
  @Path("/sync")
  public Response sync(@QueryParam("name") String name) throws InterruptedException {
    return answer(ending(name));
  }

  @GET
  @Path("/async")
  public void async(@QueryParam("name") String name, @Suspended AsyncResponse response)
      throws InterruptedException {
    Object result = result(ending(name));
    new Thread(
            () -> {
              if (result instanceof Throwable failure) {
                response.resume(failure);
              } else {
                response.resume(result);
              }
            })
        .start();
  }

  @GET
  @Path("/stage")
  public CompletionStage<Response> stage(@QueryParam("name") String name)
      throws InterruptedException {
    Object result = result(ending(name));
    var future = new CompletableFuture<Response>();
    new Thread(
            () -> {
              if (result instanceof Throwable failure) {
                future.completeExceptionally(failure);
              } else {
                future.complete((Response) result);
              }
            })
        .start();
    return future;
  }

  @GET
  @Path("/sse")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void sse(@QueryParam("name") String name, @Context SseEventSink sink, @Context Sse sse)
      throws InterruptedException {
    ending(name);
    sink.send(sse.newEvent("done")).thenRun(sink::close);
  }

  private String ending(String name) throws InterruptedException {
    try {
      return Conversation.of(name).serve(new Beans(session, logins, () -> tally));
    } finally {
      Conversation.end(name);
    }
  }

  private Object result(String ending) {
    try {
      return answer(ending);
    } catch (RuntimeException e) {
      return e;
    }
  }

  private Response answer(String ending) {
    return switch (ending) {
      case "REDIRECT" -> Response.seeOther(URI.create("/elsewhere")).build();
      case "NO_CONTENT" -> Response.noContent().build();
      case "NOT_FOUND" -> Response.status(Response.Status.NOT_FOUND).entity("none").build();
      case "SERVER_ERROR" -> Response.serverError().entity("failed").build();
      case "UNMAPPED" -> throw new IllegalStateException("The application failed.");
      case "MAPPED" -> throw new Failure(409);
      case "UNWRITABLE" -> Response.ok(new UnwritableEntity(500)).build();
      case "UNWRITABLE_MAPPED" -> Response.ok(new UnwritableEntity(422)).build();
      case "MANAGER" -> {
        var response = Response.ok("saved");
        manager.save(session).ifPresent(cookie -> response.header("Set-Cookie", cookie));
        yield response.build();
      }
      case "STREAM" -> Response.ok((StreamingOutput) output -> output.write(late())).build();
      default -> Response.ok("done").build();
    };
  }

  /** Tries to change the session when the headers have been sent. */
  private byte[] late() {
    try {
      session.put("late", 1);
      return "changed".getBytes(UTF_8);
    } catch (IllegalStateException e) {
      return "too late".getBytes(UTF_8);
    }
  }
}
