package dev.signet.suite.posts;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Jakarta REST beside the servlets. */
@ApplicationPath("/rest")
public class PostApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PostResource.class);
  }
}
