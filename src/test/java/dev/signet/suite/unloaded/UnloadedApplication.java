package dev.signet.suite.unloaded;

import dev.signet.suite.posts.PostResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** An application that does not load services, and so none of the library's filters. */
@ApplicationPath("/rest")
public class UnloadedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PostResource.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jakarta.ws.rs.loadServices", false);
  }
}
