package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signet.SessionEvent;
import dev.signet.WithoutTypes;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counting where the server has nothing to count with. */
class OptionalMetricsTest {

  @Test
  @DisplayName("N3 without MicroProfile Metrics nothing is counted and nothing fails")
  @SuppressWarnings("unchecked") // it says so itself
  void withoutMetrics() throws ReflectiveOperationException {
    var with =
        new WithoutTypes(
                "org.eclipse.microprofile.metrics.",
                ".*\\.cdi\\.OptionalMetrics|.*\\.signet\\.observability\\..*")
            .loadClass(OptionalMetrics.class.getName())
            .getDeclaredMethod("with", BeanManager.class);
    with.setAccessible(true);
    Object nobody =
        Proxy.newProxyInstance(
            BeanManager.class.getClassLoader(),
            new Class<?>[] {BeanManager.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for " + method.getName());
            });
    var counting = (Consumer<SessionEvent>) with.invoke(null, nobody);
    assertThat(counting).isNotNull();
    assertThatCode(() -> counting.accept(new SessionEvent.Created())).doesNotThrowAnyException();
  }
}
