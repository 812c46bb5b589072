package dev.signet.suite.kit;

import dev.signet.SessionClock;
import dev.signet.testing.MutableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The time of the sessions, and another one, which is none of Signet's business. */
@ApplicationScoped
public class Clocks {

  @Produces @SessionClock static final MutableClock OURS = new MutableClock();

  @Produces static final Clock STOPPED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
}
