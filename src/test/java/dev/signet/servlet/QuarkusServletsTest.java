package dev.signet.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.FilterMappingInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpFilter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The filter of the servlets of Quarkus, on Undertow, whose API their container has. */
class QuarkusServletsTest {

  private static final String OWN = "own";

  private static DeploymentInfo application() {
    return Servlets.deployment()
        .setClassLoader(QuarkusServletsTest.class.getClassLoader())
        .setContextPath("/")
        .setDeploymentName("quarkus")
        .addFilter(new FilterInfo(OWN, HttpFilter.class))
        .addFilterUrlMapping(OWN, "/*", DispatcherType.REQUEST);
  }

  private static DeploymentInfo deployed(DeploymentInfo application) {
    var deployment = Servlets.newContainer().addDeployment(application);
    deployment.deploy();
    return deployment.getDeployment().getDeploymentInfo();
  }

  @Test
  @DisplayName("J1 J4 the filter comes before those of the application, and supports async")
  void added() {
    QuarkusServlets.awaitDeployment();
    DeploymentInfo deployed = deployed(application());
    assertThat(deployed.getFilters().values())
        .filteredOn(filter -> filter.getFilterClass() == SessionServletFilter.class)
        .singleElement()
        .matches(FilterInfo::isAsyncSupported);
    assertThat(deployed.getFilterMappings())
        .extracting(FilterMappingInfo::getDispatcher)
        .containsExactly(
            DispatcherType.REQUEST,
            DispatcherType.ASYNC,
            DispatcherType.ERROR,
            DispatcherType.REQUEST);
    assertThat(deployed.getFilterMappings().get(3).getFilterName()).isEqualTo(OWN);
    assertThat(deployed.getFilterMappings())
        .extracting(FilterMappingInfo::getMapping)
        .containsOnly("/*");
  }

  @Test
  @DisplayName("J1 J4 only the next deployment gets the filter")
  void nextDeployment() {
    QuarkusServlets.awaitDeployment();
    deployed(application());
    assertThat(deployed(application()).getFilters()).containsOnlyKeys(OWN);
  }

  @Test
  @DisplayName("J1 J4 a filter that the application declares is not added again")
  void declared() {
    QuarkusServlets.awaitDeployment();
    DeploymentInfo declaring =
        application().addFilter(new FilterInfo("declared", SessionServletFilter.class));
    assertThat(deployed(declaring).getFilters()).containsOnlyKeys(OWN, "declared");
  }
}
