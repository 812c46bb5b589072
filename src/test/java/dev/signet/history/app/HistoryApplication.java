package dev.signet.history.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application that histories are played on. */
@ApplicationPath("/")
public class HistoryApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        HistoryResource.class,
        ControlResource.class,
        FailureMapper.class,
        UnwritableEntityWriter.class);
  }
}
