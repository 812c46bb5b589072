package dev.signet.cdi;

import dev.signet.core.CurrentSession;
import dev.signet.core.RequestSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Returns the session of the current request from the CDI request scope. */
@ApplicationScoped
class RequestScopeSession implements CurrentSession {

  @Inject RequestSessionHolder holder;

  @Override
  public RequestSession get() {
    RequestSession session = find();
    if (session == null) {
      throw new IllegalStateException(
          "There is no session here: no filter of Signet has run for this request, or"
              + " an executor cleared the CDI context of this thread. The session begins in Signet's"
              + " filters. Use it in components that run after them; on another thread, use an"
              + " executor that propagates the CDI context (MicroProfile Context Propagation).");
    }
    return session;
  }

  private @Nullable RequestSession find() {
    try {
      return holder.session();
    } catch (ContextNotActiveException e) {
      throw new IllegalStateException(
          "There is no session here: this thread serves no request. A session belongs"
              + " to its request. Read the values while the request is served and pass them on, or"
              + " use an executor that propagates the CDI context (MicroProfile Context"
              + " Propagation).",
          e);
    }
  }
}
