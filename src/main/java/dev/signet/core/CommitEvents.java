package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.LoggedOut;
import dev.signet.json.Login;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of the commits of one request. Each is published once, also if the cookie is decided
 * again for another response, unless sessions are written at once. Not thread-safe.
 */
final class CommitEvents {

  private final SessionLifecycle lifecycle;

  private Set<SessionEvent> published = Set.of();

  /** The log-in whose end has been published by another; null for none. */
  private @Nullable String endedLogIn;

  CommitEvents(SessionLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Records that the event of the end of a log-in has been published. */
  void markLogInEnded(String id) {
    endedLogIn = id;
  }

  /**
   * Publishes what happened to log-ins.
   *
   * @param ended the log-in that was saved before; null for none
   */
  void publishLogin(LoginChanges changes, @Nullable Login ended) {
    for (SessionEvent event : changes.events()) {
      if (event instanceof LoggedOut logOut) {
        publishLogOut(ended, logOut);
      } else {
        publish(event);
      }
    }
  }

  /** Publishes the end of a log-in, unless there is none or that has been done. */
  void publishLogOut(@Nullable Login login, LoggedOut event) {
    if (login != null && !login.id().equals(endedLogIn)) {
      publish(event);
    }
  }

  void publish(SessionEvent event) {
    boolean isPublished = published.contains(event);
    if (!isPublished) {
      published = with(published, event);
    }
    if (!isPublished || lifecycle.writesAtOnce()) {
      lifecycle.publish(event);
    }
  }

  private static Set<SessionEvent> with(Set<SessionEvent> events, SessionEvent another) {
    if (events.isEmpty()) {
      return Set.of(another);
    }
    Set<SessionEvent> all = new HashSet<>(events);
    all.add(another);
    return all;
  }
}
