package dev.signet.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.csrf.ServletCsrfCheck;
import dev.signet.logging.TestLog;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.InstanceHandle;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceHandle;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registration of the session filter, on Undertow. */
class FilterRegistrarTest {

  private static final String MISSING =
      "SessionServletFilter is not registered for /*; servlets and pages have no session without"
          + " it, and with session.csrf, requests that it has to check are refused. Declare it in"
          + " WEB-INF/web.xml: for /*,";

  private static DeploymentInfo application() {
    ServletContainerInitializer start = (types, context) -> FilterRegistrar.register(context);
    return Servlets.deployment()
        .setClassLoader(FilterRegistrarTest.class.getClassLoader())
        .setContextPath("/")
        .setDeploymentName("registration")
        .addServletContainerInitializer(
            new ServletContainerInitializerInfo(start.getClass(), () -> instance(start), Set.of()));
  }

  private static InstanceHandle<ServletContainerInitializer> instance(
      ServletContainerInitializer start) {
    return new ImmediateInstanceHandle<>(start);
  }

  private static DeploymentInfo declaring(String... patterns) {
    DeploymentInfo application =
        application().addFilter(new FilterInfo("declared", SessionServletFilter.class));
    for (String pattern : patterns) {
      application.addFilterUrlMapping("declared", pattern, DispatcherType.REQUEST);
    }
    return application;
  }

  private static ServletContext deployed(DeploymentInfo application) {
    var deployment = Servlets.newContainer().addDeployment(application);
    deployment.deploy();
    return deployment.getDeployment().getServletContext();
  }

  @Test
  @DisplayName("J1 J3 the filter is registered for all paths")
  void registered() {
    ServletContext context = deployed(application());
    assertThat(context.getFilterRegistrations().values())
        .singleElement()
        .satisfies(filter -> assertThat(filter.getUrlPatternMappings()).containsOnly("/*"));
    assertThat(ServletCsrfCheck.isCovered(context)).isTrue();
  }

  @Test
  @DisplayName("J1 J3 a declared filter for all paths is not registered again")
  void declaredForAllPaths() {
    ServletContext context = deployed(declaring("/app/*", "/*"));
    assertThat(context.getFilterRegistrations()).containsOnlyKeys("declared");
    assertThat(ServletCsrfCheck.isCovered(context)).isTrue();
    assertThat(TestLog.installed().text()).doesNotContain("SessionServletFilter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/*", "/", "*.jsp", "/app"})
  @DisplayName("J3 N2 a declared filter for some paths is reported, and covers no request")
  void declaredForSomePaths(String pattern) {
    ServletContext context = deployed(declaring(pattern));
    assertThat(ServletCsrfCheck.isCovered(context)).isFalse();
    assertThat(TestLog.installed().text()).containsOnlyOnce(MISSING);
  }

  @Test
  @DisplayName("J3 N2 a declared filter without a mapping is reported, and covers no request")
  void declaredWithoutMapping() {
    ServletContext context = deployed(declaring());
    assertThat(ServletCsrfCheck.isCovered(context)).isFalse();
    assertThat(TestLog.installed().text()).containsOnlyOnce(MISSING);
  }
}
