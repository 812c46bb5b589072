package dev.signet.observability;

import dev.signet.SessionEvent;
import java.util.Locale;

/** The labels of the counter of an event. There are a few dozen pairs; none has session data. */
final class EventLabels {

  /** The description of the counter. */
  static final String DESCRIPTION =
      "The number of session events: loaded, created, renewed, destroyed, logged in or out, rejected,"
          + " not saved";

  private EventLabels() {}

  /** Returns the kind of an event, such as {@code too_large}. */
  static String outcome(SessionEvent event) {
    String kind = event.getClass().getSimpleName();
    return kind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** Returns the reason of an event, or {@code none}. */
  static String reason(SessionEvent event) {
    Enum<?> reason = null;
    if (event instanceof SessionEvent.CookieRejected rejected) {
      reason = rejected.reason();
    } else if (event instanceof SessionEvent.Destroyed ended) {
      reason = ended.cause();
    } else if (event instanceof SessionEvent.LoggedOut out) {
      reason = out.cause();
    } else if (event instanceof SessionEvent.CsrfRejected refused) {
      reason = refused.failure();
    }
    return reason == null ? "none" : reason.name().toLowerCase(Locale.ROOT);
  }
}
