package dev.signet.cdi;

import dev.signet.SessionEvent;
import dev.signet.observability.SessionCounters;
import dev.signet.observability.TelemetryCounters;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Counts events through MicroProfile Metrics and through OpenTelemetry, each if the server has it.
 * Otherwise, no class of it is loaded.
 */
final class OptionalCounters {

  private static final System.Logger LOG = System.getLogger(OptionalCounters.class.getName());

  private OptionalCounters() {}

  /** Returns the counters of events; they do nothing if the server has no API to count with. */
  static Consumer<SessionEvent> with(BeanManager manager) {
    Consumer<SessionEvent> metrics =
        counters(manager, () -> MetricRegistry.class, () -> SessionCounters.class);
    return metrics.andThen(
        counters(manager, () -> OpenTelemetry.class, () -> TelemetryCounters.class));
  }

  /**
   * @param api the type of the bean that the counters need; fails if it is absent
   */
  private static <T extends Consumer<SessionEvent>> Consumer<SessionEvent> counters(
      BeanManager manager, Supplier<Class<?>> api, Supplier<Class<T>> counters) {
    try {
      Class<?> type = api.get();
      if (manager.getBeans(type).isEmpty()) {
        return event -> {};
      }
      var created = new Unmanaged<>(manager, counters.get()).newInstance();
      return created.produce().inject().get(); // some servers inspect the injection point
    } catch (NoClassDefFoundError e) { // the server does not have the API
      return event -> {};
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Session events are not counted, because a bean of the server cannot be injected.",
          e);
      return event -> {};
    }
  }
}
