package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signet.SessionEvent;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counting where the server has nothing to count with. */
class CountingTest {

  /** Loads the classes that count anew, in a world without MicroProfile Metrics. */
  private static final class WithoutMetrics extends ClassLoader {

    WithoutMetrics() {
      super(CountingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.eclipse.microprofile.metrics.")) {
        throw new ClassNotFoundException(name);
      }
      boolean counts = name.equals(Counting.class.getName()) || name.contains(".signet.metrics.");
      return counts ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  @DisplayName("N3 without MicroProfile Metrics nothing is counted, and nothing fails")
  @SuppressWarnings("unchecked") // it says so itself
  void withoutMetrics() throws ReflectiveOperationException {
    var with =
        new WithoutMetrics()
            .loadClass(Counting.class.getName())
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
    assertThatCode(() -> counting.accept(new SessionEvent.Began())).doesNotThrowAnyException();
  }
}
