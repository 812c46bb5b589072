package dev.signet.cdi;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A clock that may be looked up after the store that uses it was opened. Thread-safe. */
final class LateClock extends Clock {

  private final Supplier<@Nullable Clock> found;

  /**
   * @param found returns the clock; null as long as the system clock is used
   */
  LateClock(Supplier<@Nullable Clock> found) {
    this.found = found;
  }

  private Clock clock() {
    Clock clock = found.get();
    return clock == null ? Clock.systemUTC() : clock;
  }

  @Override
  public Instant instant() {
    return clock().instant();
  }

  @Override
  public long millis() {
    return clock().millis();
  }

  @Override
  public ZoneId getZone() {
    return clock().getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock().withZone(zone);
  }
}
