package dev.signet.servlet;

import dev.signet.csrf.CsrfServletFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the session filter and the CSRF filter in every application, before the application's
 * own filters. The service loader finds this class.
 */
public final class SessionFilterInitializer implements ServletContainerInitializer {

  private static final String NAME = "dev.signet.session";

  /** Creates the initializer; called by the servlet container. */
  public SessionFilterInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    FilterRegistration.Dynamic filter = context.addFilter(NAME, new SessionServletFilter());
    if (filter != null) { // null if the application registered it itself
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
          false,
          "/*");
    }
    CsrfServletFilter.register(context, RestServlets::isTarget);
  }
}
