package com.example.load.signet;

import com.example.load.Content;
import dev.signet.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;

/** Greets, and does each thing with Signet's session that a request may do. */
@Path("/")
@Produces("text/plain")
public class GreetingResource {

  @Inject Session session;

  @GET
  @Path("begin")
  public String begin() {
    var content = Content.fresh();
    session.putAll(content);
    if (System.getenv("LOAD_LOG_IN") != null) {
      session.logIn("user-" + content.get("user_id"), Set.of("editor"));
    }
    return Content.greeting(session.get("name", "stranger"));
  }

  @GET
  @Path("untouched")
  public String untouched() {
    return Content.greeting("Grace Hopper");
  }

  @GET
  @Path("read")
  public String read() {
    return Content.greeting(session.get("name", "stranger"));
  }

  @GET
  @Path("changed")
  public String changed() {
    session.put("count", session.get("count", 0) + 1);
    return Content.greeting(session.get("name", "stranger"));
  }

  @GET
  @Path("count")
  public int count() {
    return session.get("count", 0);
  }
}
