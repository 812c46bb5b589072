package dev.signet.servlet;

import dev.signet.csrf.ServletCsrfCheck;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;

/**
 * Registers the session filter in an application, before the application's own filters. Loaded only
 * if the servlet API is available.
 */
final class FilterRegistrar {

  private static final String NAME = "dev.signet.session";
  private static final String FILTER = SessionServletFilter.class.getName();

  private FilterRegistrar() {}

  /**
   * Registers the filter for all paths, unless the application declares it.
   *
   * @param application the payload of the event that an application starts; the servlet context if
   *     the application is in a servlet container (Jakarta CDI 4.0, 6.7.3)
   * @throws IllegalStateException if the container refuses it, so that the deployment fails
   */
  static void register(Object application) {
    if (application instanceof ServletContext context) {
      try {
        if (!isDeclared(context)) {
          map(context.addFilter(NAME, SessionServletFilter.class));
        }
      } catch (UnsupportedOperationException e) {
        map(LibertyFilters.add(context, NAME, FILTER).orElseThrow(() -> refused(e)));
      }
      ServletCsrfCheck.cover(context);
    }
  }

  private static boolean isDeclared(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .anyMatch(filter -> FILTER.equals(filter.getClassName()));
  }

  private static void map(FilterRegistration.Dynamic filter) {
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
        false,
        "/*");
  }

  private static IllegalStateException refused(Exception cause) {
    return new IllegalStateException(
        "The servlet container does not let a library add the filter %s when CDI starts. Servlets and pages have no session without it. Declare the filter in WEB-INF/web.xml: for /*, before other filters, with async-supported and the dispatchers REQUEST, ASYNC and ERROR."
            .formatted(FILTER),
        cause);
  }
}
