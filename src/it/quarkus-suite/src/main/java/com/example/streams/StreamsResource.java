package com.example.streams;

import dev.signet.Session;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.RestMulti;

/** Returns a stream in the ways of Quarkus, after the session was read (GET) or changed (POST). */
@Path("streams")
@Produces(MediaType.TEXT_PLAIN)
public class StreamsResource {

  @Inject Session session;

  private Multi<String> read() {
    return Multi.createFrom().item(session.get("a", "nothing"));
  }

  private Multi<String> change() {
    session.put("a", "2");
    return read();
  }

  @GET
  @Path("multi")
  public Multi<String> readMulti() {
    return read();
  }

  @POST
  @Path("multi")
  public Multi<String> changeMulti() {
    return change();
  }

  @GET
  @Path("publisher")
  public Flow.Publisher<String> readPublisher() {
    return read();
  }

  @POST
  @Path("publisher")
  public Flow.Publisher<String> changePublisher() {
    return change();
  }

  @GET
  @Path("rest-multi")
  public RestMulti<String> readRestMulti() {
    return RestMulti.fromMultiData(read()).build();
  }

  @POST
  @Path("rest-multi")
  public RestMulti<String> changeRestMulti() {
    return RestMulti.fromMultiData(change()).build();
  }
}
