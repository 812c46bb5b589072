package dev.signet.servlet;

import dev.signet.csrf.ServletCsrfCheck;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;

/**
 * Registers the session filter in an application, before the application's own filters. Loaded only
 * if the servlet API is available.
 */
final class FilterRegistrar {

  /** The name of the filter, unless the application declares it. */
  static final String NAME = "dev.signet.session";

  /** The pattern of all paths. */
  static final String ALL = "/*";

  private static final String FILTER = SessionServletFilter.class.getName();

  /** The message that requests do not pass the filter, with the remedy. */
  static final String MISSING =
      "The filter "
          + FILTER
          + " is not registered for /*; servlets and pages have no session without it, and with"
          + " session.csrf, requests that it has to check are refused. Declare it in"
          + " WEB-INF/web.xml: for /*, before other filters, with async-supported and the"
          + " dispatchers REQUEST, ASYNC and ERROR.";

  private FilterRegistrar() {}

  /**
   * Registers the filter for all paths, unless the application declares it. If the application
   * declares it for some paths only, that is reported, and {@link FilterGuard} refuses requests.
   *
   * @throws IllegalStateException if the container refuses it, so that the deployment fails
   */
  static void register(ServletContext context) {
    try {
      List<FilterRegistration> declared = declared(context);
      if (declared.isEmpty()) {
        map(context.addFilter(NAME, SessionServletFilter.class));
      } else if (declared.stream().noneMatch(FilterRegistrar::isForAllPaths)) {
        FilterGuard.report(context);
        return;
      }
    } catch (UnsupportedOperationException e) {
      map(LibertyFilters.add(context, NAME, FILTER).orElseThrow(() -> refused(e)));
    }
    ServletCsrfCheck.cover(context);
  }

  private static List<FilterRegistration> declared(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .filter(filter -> FILTER.equals(filter.getClassName()))
        .<FilterRegistration>map(filter -> filter)
        .toList();
  }

  private static boolean isForAllPaths(FilterRegistration filter) {
    return filter.getUrlPatternMappings().contains(ALL);
  }

  private static void map(FilterRegistration.Dynamic filter) {
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), false, ALL);
  }

  private static IllegalStateException refused(Exception cause) {
    return new IllegalStateException(
        "The servlet container does not let a library add a filter when CDI starts. " + MISSING,
        cause);
  }
}
