package dev.signet.suite.parts;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its only resource. */
@ApplicationPath("/multipart")
public class PartsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PartsResource.class);
  }
}
