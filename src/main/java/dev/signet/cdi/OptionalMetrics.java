package dev.signet.cdi;

import dev.signet.SessionEvent;
import dev.signet.observability.SessionCounters;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts events if the server has MicroProfile Metrics. Otherwise, no class of it is loaded. */
final class OptionalMetrics {

  private static final System.Logger LOG = System.getLogger(OptionalMetrics.class.getName());

  private OptionalMetrics() {}

  /**
   * Returns the counter of events; one that does nothing if the server has no MicroProfile Metrics.
   */
  static Consumer<SessionEvent> with(BeanManager manager) {
    try {
      Class<MetricRegistry> type = MetricRegistry.class; // fails first if it is absent
      if (manager.getBeans(type).isEmpty()) {
        return event -> {};
      }
      var counters = new Unmanaged<>(manager, SessionCounters.class).newInstance();
      return counters.produce().inject().get(); // some servers inspect the injection point
    } catch (NoClassDefFoundError e) { // the server has no MicroProfile Metrics
      return event -> {};
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Session events are not counted, because the server's MetricRegistry cannot be injected.",
          e);
      return event -> {};
    }
  }
}
