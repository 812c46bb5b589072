package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signet.SessionBean;
import dev.signet.json.JsonMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The check of session beans on servers where an extension does not see the application's beans.
 */
class SessionBeanMapperTest {

  /** A type that Jackson cannot read by itself. */
  static final class Money {
    private final long cents;
    private final String currency;

    Money(long cents, String currency) {
      this.cents = cents;
      this.currency = currency;
    }

    @Override
    public String toString() {
      return cents + currency;
    }
  }

  abstract static class MoneyFormat {
    @JsonCreator
    MoneyFormat(@JsonProperty("cents") long cents, @JsonProperty("currency") String currency) {}
  }

  @ApplicationScoped
  static class Customizer implements JsonMapperCustomizer {
    @Override
    public void customize(JsonMapper.Builder builder) {
      builder.addMixIn(Money.class, MoneyFormat.class);
    }
  }

  @SessionBean
  static class Priced {
    @Nullable Money price;
  }

  @SessionBean
  static class Unreadable {
    @Nullable Runnable task;
  }

  /** Its manager has no beans at deployment, as on GlassFish. */
  static class BlindExtension extends SessionExtension {
    @Override
    void check(@Observes AfterDeploymentValidation validation, BeanManager manager) {
      var blind =
          Proxy.newProxyInstance(
              BeanManager.class.getClassLoader(),
              new Class<?>[] {BeanManager.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getBeans")
                      ? Set.of()
                      : method.invoke(manager, arguments));
      super.check(validation, (BeanManager) blind);
    }
  }

  private static SeContainer deploy(SessionExtension extension, Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addExtensions(extension)
        .addBeanClasses(beans)
        .initialize();
  }

  @Test
  @DisplayName("L9 V1 session beans are checked with the mapper of the application")
  void seen() {
    assertThatCode(() -> deploy(new SessionExtension(), Customizer.class, Priced.class).close())
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> deploy(new SessionExtension(), Priced.class).close())
        .hasMessageContaining("has the field 'price' with values of " + Money.class.getName());
  }

  @Test
  @DisplayName("L9 V1 session beans are checked with a mapper that is found after deployment")
  void foundLater() {
    var extension = new BlindExtension();
    try (var container = deploy(extension, Customizer.class, Priced.class)) {
      assertThatCode(() -> extension.setup().complete(container.getBeanManager()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  @DisplayName("L9 C20 faults of session beans that are found after deployment prevent the start")
  void faultsFoundLater() {
    var extension = new BlindExtension();
    try (var container = deploy(extension, Unreadable.class)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> extension.setup().complete(container.getBeanManager()))
            .isInstanceOf(DeploymentException.class)
            .hasMessageContaining("Signet cannot start because the application has 1 fault:")
            .hasMessageContaining("has the field 'task' with values of java.lang.Runnable");
      }
    }
  }
}
