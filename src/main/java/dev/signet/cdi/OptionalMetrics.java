package dev.signet.cdi;

import dev.signet.SessionEvent;
import dev.signet.observability.SessionCounters;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts what happens where the server has MicroProfile Metrics; without it, nothing is loaded. */
final class OptionalMetrics {

  private static final System.Logger LOG = System.getLogger(OptionalMetrics.class.getName());

  private OptionalMetrics() {}

  /**
   * Returns the counter of events; one that does nothing if the server has no MicroProfile Metrics.
   */
  static Consumer<SessionEvent> with(BeanManager manager) {
    try {
      Class<MetricRegistry> type = MetricRegistry.class; // fails before anything is asked
      if (manager.getBeans(type).isEmpty()) {
        return event -> {};
      }
      var counters = new Unmanaged<>(manager, SessionCounters.class).newInstance();
      return counters.produce().inject().get(); // some servers look at the injection point
    } catch (NoClassDefFoundError e) { // the server has no such thing
      return event -> {};
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Sessions are not counted: the server gives no MetricRegistry.", e);
      return event -> {};
    }
  }
}
