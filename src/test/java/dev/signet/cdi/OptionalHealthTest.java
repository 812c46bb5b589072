package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.WithoutTypes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The health check where the server lacks MicroProfile Health. */
class OptionalHealthTest {

  private final List<String> faults = new ArrayList<>();

  @AfterEach
  void reset() {
    System.clearProperty("session.health");
    System.clearProperty("session.max-age");
  }

  private void discoverBeans() throws ReflectiveOperationException {
    Class<?> extension =
        new WithoutTypes(
                "org.eclipse.microprofile.health.",
                ".*\\.cdi\\..*|.*\\.signet\\.observability\\..*")
            .loadClass(SessionExtension.class.getName());
    var constructor = extension.getDeclaredConstructor();
    constructor.setAccessible(true);
    var observer = extension.getDeclaredMethod("addBeans", AfterBeanDiscovery.class);
    observer.setAccessible(true);
    Object discovery =
        Proxy.newProxyInstance(
            AfterBeanDiscovery.class.getClassLoader(),
            new Class<?>[] {AfterBeanDiscovery.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("addContext")) {
                assertThat(method.getName()).isEqualTo("addDefinitionError");
                faults.add(String.valueOf(((Throwable) arguments[0]).getMessage()));
              }
              return null;
            });
    observer.invoke(constructor.newInstance(), discovery);
  }

  @Test
  @DisplayName(
      "T12 without MicroProfile Health, applications deploy, as the check is off by default")
  void offByDefault() throws ReflectiveOperationException {
    discoverBeans();

    assertThat(faults).isEmpty();
  }

  @Test
  @DisplayName(
      "T12 C20 C25 session.health=true without MicroProfile Health is one of the faults of one"
          + " message, with a remedy")
  void missingApi() throws ReflectiveOperationException {
    System.setProperty("session.health", "true");
    System.setProperty("session.max-age", "soon");

    discoverBeans();

    assertThat(faults)
        .singleElement()
        .asString()
        .contains(
            "  session.max-age is 'soon'",
            "  session.health is true, and the server has no MicroProfile Health. Add it to the"
                + " server (on Open Liberty the feature mpHealth-4.0), or set session.health=false.");
  }

  @Test
  @DisplayName("T12 C20 a faulty session.health is reported with the other faults")
  void faultyOption() throws ReflectiveOperationException {
    System.setProperty("session.health", "maybe");

    discoverBeans();

    assertThat(faults).isEmpty();
  }
}
