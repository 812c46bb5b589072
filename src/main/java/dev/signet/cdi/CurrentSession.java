package dev.signet.cdi;

import dev.signet.core.LiveSession;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The one place where the session of the current request is known to CDI. */
@RequestScoped
public class CurrentSession {

  private @Nullable LiveSession session;

  /** Says which session the current request has. */
  public void begin(LiveSession begun) {
    session = begun;
  }

  @Nullable LiveSession session() {
    return session;
  }
}
