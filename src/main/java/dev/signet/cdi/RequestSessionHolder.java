package dev.signet.cdi;

import dev.signet.core.RequestSession;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Holds the session of the current request, for injection, and ends what the request created. */
@RequestScoped
public class RequestSessionHolder {

  private final Queue<Runnable> endings = new ConcurrentLinkedQueue<>();
  private @Nullable RequestSession session;

  /** Sets the session of the current request. */
  public void set(RequestSession begun) {
    session = begun;
  }

  /** Returns the session of the current request; null if none has begun. */
  public @Nullable RequestSession session() {
    return session;
  }

  /** Adds an action for the end of the request. */
  public void atEnd(Runnable action) {
    endings.add(action);
  }

  /** Runs the actions for the end of the request. */
  @PreDestroy
  public void end() {
    endings.forEach(Runnable::run);
  }
}
