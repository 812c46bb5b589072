package dev.signet.suite.app;

import dev.signet.Session;
import dev.signet.SessionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The session in beans and sub-resources, and what was told of rejected cookies. */
@RequestScoped
@Path("/places")
@Produces(MediaType.TEXT_PLAIN)
public class PlacesResource {

  @Inject Session session;
  @Inject Greeter greeter;
  @Inject Sub sub;
  @Inject Rejections rejections;

  /** One put here, one in a bean that lives longer; both see both. */
  @GET
  @Path("/bean/{name}")
  public String bean(@PathParam("name") String name) {
    session.put("resource", name);
    greeter.greet(name);
    return session.get("greeted", "?") + greeter.seesResource();
  }

  @Path("/sub")
  public Sub sub() {
    return sub;
  }

  @GET
  @Path("/equality")
  public String equality() {
    var map = new HashMap<>(session);
    return "%s %s %s"
        .formatted(session.equals(map), map.equals(session), session.hashCode() == map.hashCode());
  }

  /** Tells the reasons of all rejections since this was last asked. */
  @GET
  @Path("/rejections")
  public String rejections() {
    return rejections.drain();
  }

  /** A bean that outlives the request. */
  @ApplicationScoped
  public static class Greeter {
    @Inject Session session;

    void greet(String name) {
      session.put("greeted", name);
    }

    String seesResource() {
      return session.get("resource", "?");
    }
  }

  /** A sub-resource. */
  @RequestScoped
  public static class Sub {
    @Inject Session session;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String get() {
      session.put("sub", "was here");
      return "sub";
    }
  }

  /** Collects the events. */
  @ApplicationScoped
  public static class Rejections {
    private final ConcurrentLinkedQueue<SessionEvent> events = new ConcurrentLinkedQueue<>();

    void observe(@Observes SessionEvent.CookieRejected event) {
      events.add(event);
    }

    String drain() {
      var text = events.toString();
      events.clear();
      return text;
    }
  }
}
