package dev.signet.cdi;

import dev.signet.core.CurrentSession;
import dev.signet.core.RequestSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Finds the session of the current request in CDI's request scope. */
@ApplicationScoped
class RequestScopeSession implements CurrentSession {

  @Inject RequestSessionHolder holder;

  @Override
  public RequestSession get() {
    RequestSession session = find();
    if (session == null) {
      throw new IllegalStateException(
          "There is no session here: this is not Jakarta REST, or comes before Signet's filter,"
              + " which begins the session at priority 100, or is a thread whose executor cleared"
              + " the CDI context. In a servlet or a filter of its own, inject SessionManager, load"
              + " the session from the Cookie header and send what save returns; on another thread,"
              + " use an executor that propagates the CDI context (MicroProfile Context"
              + " Propagation).");
    }
    return session;
  }

  private @Nullable RequestSession find() {
    try {
      return holder.session();
    } catch (ContextNotActiveException e) {
      throw new IllegalStateException(
          "There is no session here: this thread serves no request. Read what you need from the"
              + " session in the resource and hand that over, or use an executor that propagates"
              + " the CDI context (MicroProfile Context Propagation).",
          e);
    }
  }
}
