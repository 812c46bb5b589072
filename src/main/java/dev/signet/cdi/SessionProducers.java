package dev.signet.cdi;

import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.config.CurrentSeal;
import dev.signet.config.SessionConfig;
import dev.signet.core.InCookie;
import dev.signet.core.InStore;
import dev.signet.core.Keeper;
import dev.signet.core.Lifetime;
import dev.signet.core.SessionLifecycle;
import dev.signet.spi.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes what is injected. */
@ApplicationScoped
class SessionProducers {

  private static final System.Logger LOG = System.getLogger("dev.signet");

  @Produces
  @Typed(Session.class)
  Session session(CurrentSession current) {
    return new InjectedSession(current);
  }

  @Produces
  @Singleton
  SessionLifecycle lifecycle(
      SessionExtension extension, Instance<SessionStore> own, Event<SessionEvent> events) {
    SessionConfig config = extension.config();
    var clock = Clock.systemUTC();
    var random = new SecureRandom();
    return new SessionLifecycle(
        new CurrentSeal(SessionExtension.source(), config, clock, random),
        keeper(own.isUnsatisfied() ? extension.store() : own.get(), random),
        config.cookie(),
        config.secure(),
        new Lifetime(
            config.maxAge(), config.persistent(), config.sliding(), config.absoluteTimeout()),
        clock,
        random,
        event -> tell(events, event));
  }

  private static Keeper keeper(@Nullable SessionStore store, SecureRandom random) {
    return store == null ? new InCookie() : new InStore(store, random);
  }

  /** An observer that fails must not make a bad cookie an error. */
  private static void tell(Event<SessionEvent> events, SessionEvent event) {
    LOG.log(Level.DEBUG, "{0}", event);
    try {
      events.fire(event);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An observer of SessionEvent failed; the request goes on.", e);
    }
  }
}
