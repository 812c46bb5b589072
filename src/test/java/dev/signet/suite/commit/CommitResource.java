package dev.signet.suite.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Changes the session, then answers in the way that the path names. */
@Path("/")
public class CommitResource {

  @Inject Session session;
  @Context @Nullable HttpServletRequest request;
  @Context @Nullable HttpServletResponse response;

  private String page(String action, int size) {
    SessionAction.of(action, session);
    return "x".repeat(size);
  }

  private HttpServletResponse response() {
    return java.util.Objects.requireNonNull(response);
  }

  private HttpServletRequest request() {
    return java.util.Objects.requireNonNull(request);
  }

  @GET
  @Path("entity")
  public String entity(@QueryParam("action") String action, @QueryParam("size") int size) {
    return page(action, size);
  }

  @GET
  @Path("streaming")
  public StreamingOutput streaming(
      @QueryParam("action") String action, @QueryParam("size") int size) {
    byte[] page = page(action, size).getBytes(UTF_8);
    return out -> out.write(page);
  }

  @GET
  @Path("streaming-thread")
  public StreamingOutput streamingThread(
      @QueryParam("action") String action, @QueryParam("size") int size) {
    byte[] page = page(action, size).getBytes(UTF_8);
    return out ->
        CompletableFuture.runAsync(
                () -> {
                  try {
                    out.write(page);
                    out.flush();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .join();
  }

  @GET
  @Path("sse")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void sse(
      @QueryParam("action") String action,
      @QueryParam("size") int size,
      @Context SseEventSink sink,
      @Context Sse sse) {
    sink.send(sse.newEvent(page(action, size))).thenRun(sink::close);
  }

  @GET
  @Path("see-other")
  public Response seeOther(@QueryParam("action") String action, @QueryParam("size") int size) {
    page(action, size);
    return Response.seeOther(URI.create("entity")).build();
  }

  @GET
  @Path("suspended")
  public void suspended(
      @QueryParam("action") String action,
      @QueryParam("size") int size,
      @Suspended AsyncResponse suspended) {
    String page = page(action, size);
    new Thread(() -> suspended.resume(page)).start();
  }

  @GET
  @Path("redirect")
  public void redirect(@QueryParam("action") String action, @QueryParam("size") int size)
      throws IOException {
    page(action, size);
    response().sendRedirect("entity");
  }

  @GET
  @Path("error")
  public void error(@QueryParam("action") String action, @QueryParam("size") int size)
      throws IOException {
    page(action, size);
    response().sendError(403);
  }

  @GET
  @Path("flush")
  public String flush(@QueryParam("action") String action, @QueryParam("size") int size)
      throws IOException {
    String page = page(action, size);
    response().flushBuffer();
    return page;
  }

  @GET
  @Path("output")
  public void output(@QueryParam("action") String action, @QueryParam("size") int size)
      throws IOException {
    response().getOutputStream().write(page(action, size).getBytes(UTF_8));
    response().getOutputStream().flush();
  }

  @GET
  @Path("forward")
  public void forward(@QueryParam("action") String action, @QueryParam("size") int size)
      throws IOException, ServletException {
    page(action, size);
    request().getRequestDispatcher("/page.jsp").forward(request(), response());
  }

  @GET
  @Path("view")
  public View view(@QueryParam("action") String action, @QueryParam("size") int size) {
    page(action, size);
    return new View("/page.jsp");
  }

  @GET
  @Path("filtered")
  public String filtered(@QueryParam("from") @DefaultValue("") String from) {
    session.put("resource", "yes");
    return session.get("filter", "none");
  }
}
