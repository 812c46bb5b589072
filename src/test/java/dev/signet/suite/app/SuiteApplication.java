package dev.signet.suite.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes, as many applications do; Signet is not among them. */
@ApplicationPath("/")
public class SuiteApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        BeansResource.class,
        KindsResource.class,
        ScriptResource.class,
        HeadersResource.class,
        AsyncResource.class,
        ManagerResource.class,
        PlacesResource.class,
        ValuesResource.class,
        ScriptedFilters.class,
        ConflictMapper.class,
        UnwritableWriter.class,
        UnwritableMapper.class);
  }
}
