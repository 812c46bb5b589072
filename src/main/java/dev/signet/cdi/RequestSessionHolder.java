package dev.signet.cdi;

import dev.signet.core.RequestSession;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Holds the session of the current request, for injection. */
@RequestScoped
public class RequestSessionHolder {

  private @Nullable RequestSession session;

  /** Sets the session of the current request. */
  public void set(RequestSession begun) {
    session = begun;
  }

  /** Returns the session of the current request; null if none has begun. */
  public @Nullable RequestSession session() {
    return session;
  }
}
