package dev.signet.suite.app;

import dev.signet.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers on threads that know nothing of the request, or after the headers are on their way. */
@RequestScoped
@Path("/async")
@Produces(MediaType.TEXT_PLAIN)
public class AsyncResource {

  @Inject Session session;

  @POST
  @Path("/stage")
  public CompletionStage<String> stage(String script) {
    String answer = Script.run(session, script);
    var future = new CompletableFuture<String>();
    new Thread(() -> future.complete(answer)).start();
    return future;
  }

  @POST
  @Path("/resume")
  public void resume(String script, @Suspended AsyncResponse response) {
    String answer = Script.run(session, script);
    new Thread(() -> response.resume(answer)).start();
  }

  @POST
  @Path("/sse")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void sse(String script, @Context SseEventSink sink, @Context Sse sse) {
    Script.run(session, script);
    sink.send(sse.newEvent("told")).thenRun(sink::close);
  }

  /** Runs a script before the response is made, and writes what the other answers behind it. */
  @POST
  @Path("/stream")
  public StreamingOutput stream(String scripts) {
    String[] parts = scripts.split("\\|", 2);
    Script.run(session, parts[0]);
    return output -> {
      String answer;
      try {
        answer = Script.run(session, parts[1]);
      } catch (IllegalStateException e) {
        answer = String.valueOf(e.getMessage());
      }
      output.write(answer.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Asks for the session on a thread of its own, where there is none. */
  @POST
  @Path("/elsewhere")
  public String elsewhere() {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return "size " + session.size();
              } catch (IllegalStateException e) {
                return session + ": " + e.getMessage();
              }
            },
            task -> new Thread(task).start())
        .join();
  }
}
