package dev.signet.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is set. As a bean with {@link dev.signet.SessionClock}, it is
 * the clock of an application's sessions. The zone is always UTC. Thread-safe.
 */
public final class MutableClock extends Clock {

  private Instant now;

  /** Creates a clock that is set to the current time. */
  public MutableClock() {
    this(Instant.now());
  }

  /** Creates a clock that is set to a time. */
  public MutableClock(Instant start) {
    this.now = start;
  }

  /** Moves the clock forward, or back if the duration is negative. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  /** Sets the clock to a time. */
  public synchronized void set(Instant time) {
    now = time;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Returns this clock, because sessions do not depend on a zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
