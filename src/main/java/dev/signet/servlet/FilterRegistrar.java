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

  /** The message that the filter is missing, with the remedy. */
  static final String MISSING =
      "The filter "
          + FILTER
          + " is not registered; servlets and pages have no session without it. Declare it in"
          + " WEB-INF/web.xml: for /*, before other filters, with async-supported and the"
          + " dispatchers REQUEST, ASYNC and ERROR.";

  private FilterRegistrar() {}

  /**
   * Registers the filter for all paths, unless the application declares it.
   *
   * @throws IllegalStateException if the container refuses it, so that the deployment fails
   */
  static void register(ServletContext context) {
    try {
      if (!isDeclared(context)) {
        map(context.addFilter(NAME, SessionServletFilter.class));
      }
    } catch (UnsupportedOperationException e) {
      map(LibertyFilters.add(context, NAME, FILTER).orElseThrow(() -> refused(e)));
    }
    ServletCsrfCheck.cover(context);
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
        "The servlet container does not let a library add a filter when CDI starts. " + MISSING,
        cause);
  }
}
