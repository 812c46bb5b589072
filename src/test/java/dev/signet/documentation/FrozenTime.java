package dev.signet.documentation;

import dev.signet.SessionClock;
import dev.signet.testing.MutableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** A clock of the application, as in the page on testing. */
@ApplicationScoped
class FrozenTime {

  @Produces @SessionClock static final MutableClock CLOCK = new MutableClock();

  static void endSessions() {
    CLOCK.advance(Duration.ofDays(15));
  }
}
