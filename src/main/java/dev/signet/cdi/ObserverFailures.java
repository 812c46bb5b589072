package dev.signet.cdi;

import dev.signet.SessionEvent;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs failures of observers: one line for each kind of event and exception, and every failure with
 * its stack trace at the level of debugging. Thread-safe.
 */
final class ObserverFailures {

  private static final System.Logger LOG = System.getLogger(ObserverFailures.class.getName());

  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /** Logs a failure. The message of the exception may have values, so the line does not. */
  void report(SessionEvent event, Throwable failure) {
    String kind = event.getClass().getSimpleName();
    if (reported.add(kind + ' ' + failure.getClass().getName())) {
      StackTraceElement[] stack = failure.getStackTrace();
      LOG.log(
          Level.WARNING,
          "An observer of SessionEvent.{0} failed with {1}{2}; requests continue. Further failures"
              + " of this kind, and stack traces, are logged at the level of debugging.",
          kind,
          failure.getClass().getName(),
          stack.length == 0 ? "" : " at " + stack[0]);
    }
    LOG.log(Level.DEBUG, "An observer of SessionEvent failed.", failure);
  }
}
