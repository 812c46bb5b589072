package dev.signet.observability;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionEvent.RejectionReason;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counters in the SDK of OpenTelemetry. */
class TelemetryCountersTest {

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final TelemetryCounters counters =
      new TelemetryCounters(
          OpenTelemetrySdk.builder()
              .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
              .build());

  private static String labels(LongPointData point) {
    var labels = point.getAttributes();
    assertThat(labels.size()).isEqualTo(2);
    return labels.get(AttributeKey.stringKey("outcome"))
        + " "
        + labels.get(AttributeKey.stringKey("reason"));
  }

  @Test
  @DisplayName("N3 OpenTelemetry counts each event by outcome and reason")
  void counts() {
    counters.accept(new SessionEvent.Created());
    counters.accept(new SessionEvent.Created());
    counters.accept(new SessionEvent.CookieRejected(RejectionReason.BAD_SIGNATURE));
    counters.accept(new SessionEvent.Destroyed(DestroyCause.DELETED));
    counters.accept(new SessionEvent.CsrfRejected(CsrfFailure.WRONG_TOKEN));
    counters.accept(new SessionEvent.TooLarge());

    MetricData metric = reader.collectAllMetrics().iterator().next();

    assertThat(metric.getName()).isEqualTo("signet.session.events");
    assertThat(metric.getUnit()).isEqualTo("{event}");
    assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("dev.signet");
    assertThat(
            metric.getLongSumData().getPoints().stream()
                .collect(toMap(TelemetryCountersTest::labels, LongPointData::getValue)))
        .isEqualTo(
            Map.of(
                "created none", 2L,
                "cookie_rejected bad_signature", 1L,
                "destroyed deleted", 1L,
                "csrf_rejected wrong_token", 1L,
                "too_large none", 1L));
    assertThat(metric.getLongSumData().isMonotonic()).isTrue();
  }
}
