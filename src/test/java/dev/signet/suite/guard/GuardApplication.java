package dev.signet.suite.guard;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its resources. */
@ApplicationPath("/")
public class GuardApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AccountResource.class,
        GuardedResource.class,
        StaffResource.class,
        ChildResource.class,
        DepartmentResource.class,
        SettingsResource.class);
  }
}
