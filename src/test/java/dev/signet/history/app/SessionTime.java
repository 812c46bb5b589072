package dev.signet.history.app;

import dev.signet.SessionClock;
import dev.signet.testing.MutableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The clock of the sessions. */
@ApplicationScoped
public class SessionTime {

  @Produces @SessionClock static final MutableClock CLOCK = new MutableClock();

  /** Returns the clock. */
  public static MutableClock clock() {
    return CLOCK;
  }
}
