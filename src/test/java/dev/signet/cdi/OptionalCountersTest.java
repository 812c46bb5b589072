package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signet.SessionEvent;
import dev.signet.WithoutTypes;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting where the server lacks an API to count with. */
class OptionalCountersTest {

  @ParameterizedTest
  @CsvSource({
    "org.eclipse.microprofile.metrics., io.opentelemetry.api.OpenTelemetry",
    "io.opentelemetry., org.eclipse.microprofile.metrics.MetricRegistry",
    "'', ''"
  })
  @DisplayName("N3 without an API nothing is counted through it, and nothing fails")
  @SuppressWarnings("unchecked") // the method's own type
  void withoutApi(String missing, String present) throws ReflectiveOperationException {
    var with =
        new WithoutTypes(
                missing.isEmpty() ? "none" : missing,
                ".*\\.cdi\\.OptionalCounters|.*\\.signet\\.observability\\..*")
            .loadClass(OptionalCounters.class.getName())
            .getDeclaredMethod("with", BeanManager.class);
    with.setAccessible(true);
    List<String> asked = new ArrayList<>();
    Object without =
        Proxy.newProxyInstance(
            BeanManager.class.getClassLoader(),
            new Class<?>[] {BeanManager.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getBeans");
              asked.add(((Type) arguments[0]).getTypeName());
              return Set.of();
            });

    var counting = (Consumer<SessionEvent>) with.invoke(null, without);

    assertThatCode(() -> counting.accept(new SessionEvent.Created())).doesNotThrowAnyException();
    if (present.isEmpty()) {
      assertThat(asked).as("beans that the server does not have").hasSize(2);
    } else {
      assertThat(asked).containsExactly(present);
    }
  }
}
