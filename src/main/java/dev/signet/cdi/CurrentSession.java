package dev.signet.cdi;

import dev.signet.core.RequestSession;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The one place where the session of the current request is known to CDI. */
@RequestScoped
public class CurrentSession {

  private @Nullable RequestSession session;

  /** Says which session the current request has. */
  public void begin(RequestSession begun) {
    session = begun;
  }

  @Nullable RequestSession session() {
    return session;
  }
}
