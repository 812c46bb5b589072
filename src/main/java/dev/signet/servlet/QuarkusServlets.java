package dev.signet.servlet;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.core.ServletExtensionHolder;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.List;

/**
 * Adds the session filter to the servlets of Quarkus, before the application's own filters. CDI
 * starts there before the servlet container, a fork of Undertow with the same API, which lets
 * nothing add a filter later. Loaded only there.
 */
final class QuarkusServlets implements ServletExtension {

  /** In reverse order, because each mapping is inserted at the front. */
  private static final List<DispatcherType> DISPATCHERS =
      List.of(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.REQUEST);

  /** Makes the servlet container call this for its next deployment, which is the application. */
  static void awaitDeployment() {
    ServletExtensionHolder.getServletExtensions().add(new QuarkusServlets());
  }

  /** Adds the filter, unless the application declares it. */
  @Override
  public void handleDeployment(DeploymentInfo application, ServletContext context) {
    ServletExtensionHolder.getServletExtensions().remove(this);
    if (application.getFilters().values().stream()
        .noneMatch(filter -> filter.getFilterClass() == SessionServletFilter.class)) {
      application.addFilter(
          new FilterInfo(
                  FilterRegistrar.NAME,
                  SessionServletFilter.class,
                  new ImmediateInstanceFactory<>(new SessionServletFilter()))
              .setAsyncSupported(true));
      DISPATCHERS.forEach(
          dispatcher ->
              application.insertFilterUrlMapping(
                  0, FilterRegistrar.NAME, FilterRegistrar.ALL, dispatcher));
    }
  }
}
