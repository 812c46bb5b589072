package dev.signet.suite.logins;

import dev.signet.suite.app.HeadersResource;
import dev.signet.suite.app.ScriptResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its resources. */
@ApplicationPath("/")
public class LoginsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(LoginsResource.class, ScriptResource.class, HeadersResource.class);
  }
}
