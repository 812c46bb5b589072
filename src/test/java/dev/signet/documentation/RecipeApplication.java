package dev.signet.documentation;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application of the recipe. */
@ApplicationPath("/")
public class RecipeApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(RecipeResource.class);
  }
}
