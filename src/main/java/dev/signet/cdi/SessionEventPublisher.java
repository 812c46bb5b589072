package dev.signet.cdi;

import dev.signet.SessionEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells the application what happened to a session, the counters, and the log for whoever debugs.
 * Whether anybody observes a kind of event is found out once. Safe for use by many threads.
 */
final class SessionEventPublisher implements Consumer<SessionEvent> {

  private static final System.Logger LOG = System.getLogger("dev.signet");

  private final BeanManager manager;
  private final Event<SessionEvent> events;
  private final Consumer<SessionEvent> counters;
  private final Map<Class<?>, Boolean> observed = new ConcurrentHashMap<>();

  SessionEventPublisher(BeanManager manager, Event<SessionEvent> events) {
    this.manager = manager;
    this.events = events;
    this.counters = OptionalMetrics.with(manager);
  }

  @Override
  public void accept(SessionEvent event) {
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(Level.DEBUG, event.toString());
    }
    tell(counters, event);
    if (isObserved(event)) {
      tell(events::fire, event);
    }
  }

  private boolean isObserved(SessionEvent event) {
    return observed.computeIfAbsent(
        event.getClass(), kind -> !manager.resolveObserverMethods(event).isEmpty());
  }

  /** An observer that fails must not make an error of what is none, nor hide one that is. */
  private static void tell(Consumer<SessionEvent> observer, SessionEvent event) {
    try {
      observer.accept(event);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      LOG.log(Level.WARNING, "An observer of SessionEvent failed; the request goes on.", e);
    }
  }
}
