package dev.signet.metrics;

import dev.signet.SessionEvent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts events in {@code session_events}, by {@code outcome} (the kind, as in {@code too_large})
 * and {@code reason} ({@code none} where there is none): a few dozen counters at most, and nothing
 * in them of any session. Safe for use by many threads.
 */
public final class SessionCounters implements Consumer<SessionEvent> {

  private static final Metadata METADATA =
      Metadata.builder()
          .withName("session_events")
          .withDescription(
              "What happened to sessions: read, begun, renewed, ended, refused, not kept")
          .build();

  private final MetricRegistry registry;
  private final Map<SessionEvent, Counter> counters = new ConcurrentHashMap<>();

  /**
   * @param registry has the counters
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
    String kind = event.getClass().getSimpleName();
    String outcome = kind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return registry.counter(
        METADATA, new Tag("outcome", outcome), new Tag("reason", reason(event)));
  }

  private static String reason(SessionEvent event) {
    Enum<?> reason = null;
    if (event instanceof SessionEvent.Rejected rejected) {
      reason = rejected.reason();
    } else if (event instanceof SessionEvent.Ended ended) {
      reason = ended.how();
    } else if (event instanceof SessionEvent.Refused refused) {
      reason = refused.refusal();
    }
    return reason == null ? "none" : reason.name().toLowerCase(Locale.ROOT);
  }
}
