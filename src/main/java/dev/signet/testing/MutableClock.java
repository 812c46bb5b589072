package dev.signet.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is moved; made a bean with {@link dev.signet.SessionClock}, it
 * is the time of an application's sessions. Its zone is always UTC. Safe for use by many threads.
 */
public final class MutableClock extends Clock {

  private Instant now;

  /** Begins at the time it is made. */
  public MutableClock() {
    this(Instant.now());
  }

  /** Begins at a time. */
  public MutableClock(Instant start) {
    this.now = start;
  }

  /** Moves it ahead, or back where the time is negative. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  /** Moves it to a time. */
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

  /** Returns this clock: sessions know no zones. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
