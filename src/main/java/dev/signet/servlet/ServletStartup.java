package dev.signet.servlet;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_BEFORE;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;

/**
 * Registers the servlet filter when an application starts. An event of CDI needs no servlet type,
 * unlike a {@code ServletContainerInitializer}: Open Liberty calls that even if it hides the
 * servlet API from the application.
 */
@ApplicationScoped
class ServletStartup {

  private static final System.Logger LOG = System.getLogger(ServletStartup.class.getName());

  void register(
      @Observes @Priority(LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
          Object application) {
    if (isServletApiAvailable()) {
      FilterRegistrar.register(application);
    } else {
      LOG.log(Level.DEBUG, "There is no servlet API. The filters of Jakarta REST write sessions.");
    }
  }

  private static boolean isServletApiAvailable() {
    try {
      Class.forName("jakarta.servlet.Filter", false, ServletStartup.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
