package dev.signet.suite.unloaded;

import dev.signet.suite.posts.PostResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Another application of the same deployment, which loads the library's filters. */
@ApplicationPath("/loaded")
public class LoadedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PostResource.class);
  }
}
