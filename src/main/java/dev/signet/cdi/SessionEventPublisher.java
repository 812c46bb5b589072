package dev.signet.cdi;

import dev.signet.SessionEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Publishes events to the application's observers, the counters and the debug log. Whether a kind
 * of event is observed is resolved once. Thread-safe.
 */
final class SessionEventPublisher implements Consumer<SessionEvent> {

  private static final System.Logger LOG = System.getLogger(SessionEventPublisher.class.getName());

  private final BeanManager manager;
  private final Event<SessionEvent> events;
  private final Consumer<SessionEvent> counters;
  private final ObserverFailures failures = new ObserverFailures();
  private final Map<Class<?>, Boolean> observed = new ConcurrentHashMap<>();

  SessionEventPublisher(BeanManager manager, Event<SessionEvent> events) {
    this.manager = manager;
    this.events = events;
    this.counters = OptionalCounters.with(manager);
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

  /** A failing observer must neither fail the request nor hide another failure. */
  private void tell(Consumer<SessionEvent> observer, SessionEvent event) {
    try {
      observer.accept(event);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      failures.report(event, e);
    }
  }
}
