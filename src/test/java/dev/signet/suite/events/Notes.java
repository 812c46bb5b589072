package dev.signet.suite.events;

import dev.signet.Session;
import dev.signet.SessionEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes every event; some of its observers fail behind that. */
@ApplicationScoped
public class Notes {

  @Inject Session session;

  private final List<String> events = new CopyOnWriteArrayList<>();

  void note(@Observes @Priority(1) SessionEvent event) {
    if (!(event instanceof SessionEvent.Loaded)) {
      events.add(event.toString());
    }
  }

  void fail(@Observes @Priority(2) SessionEvent.Renewed event) {
    throw new IllegalStateException("This observer fails.");
  }

  /** Wants to know whose session it is while that is found out. */
  void nosy(@Observes @Priority(2) SessionEvent.CookieRejected event) {
    events.add("size " + session.size());
  }

  /** Returns what happened since this was asked for the last time. */
  String told() {
    String told = String.join(" ", events);
    events.clear();
    return told;
  }
}
