package dev.signet.observability;

import dev.signet.SessionEvent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts events in {@code signet_session_events} of MicroProfile Metrics, by {@code outcome} (the
 * kind, such as {@code too_large}) and {@code reason} ({@code none} if there is none). There are a
 * few dozen counters at most, and none contains data of a session. Thread-safe.
 */
public final class SessionCounters implements Consumer<SessionEvent> {

  private static final Metadata METADATA =
      Metadata.builder()
          .withName("signet_session_events")
          .withDescription(EventLabels.DESCRIPTION)
          .build();

  private final MetricRegistry registry;
  private final Map<SessionEvent, Counter> counters = new ConcurrentHashMap<>();

  /**
   * @param registry the registry of the counters
   */
  @Inject
  public SessionCounters(MetricRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void accept(SessionEvent event) {
    counters.computeIfAbsent(event, this::counter).inc();
  }

  private Counter counter(SessionEvent event) {
    return registry.counter(
        METADATA,
        new Tag("outcome", EventLabels.outcome(event)),
        new Tag("reason", EventLabels.reason(event)));
  }
}
