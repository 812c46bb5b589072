package dev.signet.observability;

import dev.signet.SessionEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Counts events in {@code signet.session.events} of OpenTelemetry, by {@code outcome} (the kind,
 * such as {@code too_large}) and {@code reason} ({@code none} if there is none). The meter is
 * {@code dev.signet}. Thread-safe.
 */
public final class TelemetryCounters implements Consumer<SessionEvent> {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");

  private final LongCounter counter;
  private final Map<SessionEvent, Attributes> labels = new ConcurrentHashMap<>();

  /**
   * @param telemetry provides the counter
   */
  @Inject
  public TelemetryCounters(OpenTelemetry telemetry) {
    this.counter =
        telemetry
            .getMeter("dev.signet")
            .counterBuilder("signet.session.events")
            .setDescription(EventLabels.DESCRIPTION)
            .setUnit("{event}")
            .build();
  }

  @Override
  public void accept(SessionEvent event) {
    counter.add(1, labels.computeIfAbsent(event, TelemetryCounters::labels));
  }

  private static Attributes labels(SessionEvent event) {
    return Attributes.of(OUTCOME, EventLabels.outcome(event), REASON, EventLabels.reason(event));
  }
}
