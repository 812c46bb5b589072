package dev.signet.servlet;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Adds filters by Open Liberty's own API. Its CDI is started by a listener that the server adds,
 * and {@link ServletContext#addFilter(String, Class)} is not allowed during such a listener.
 */
final class LibertyFilters {

  private LibertyFilters() {}

  /** Adds a filter without mappings; empty if the container is not Open Liberty. */
  static Optional<FilterRegistration.Dynamic> add(
      ServletContext context, String name, String className) {
    try {
      Class<?> api = context.getClass(); // com.ibm.websphere.servlet.context.ExtendedServletContext
      Method get = api.getMethod("getFilterConfig", String.class);
      Class<?> filterApi = get.getReturnType(); // com.ibm.websphere.servlet.filter.IFilterConfig
      Object filter = get.invoke(context, name);
      filterApi.getMethod("setFilterClassName", String.class).invoke(filter, className);
      // A filter is recorded with its first mapping; this one is for no dispatcher.
      filterApi.getMethod("setDispatchMode", int[].class).invoke(filter, new int[0]);
      api.getMethod("addMappingFilter", String.class, filterApi).invoke(context, "/*", filter);
      return Optional.of((FilterRegistration.Dynamic) filter);
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
