package dev.signet.suite.forms;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its only resource. */
@ApplicationPath("/")
public class FormsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(FormsResource.class);
  }
}
