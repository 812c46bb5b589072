package dev.signet.jaxrs;

import dev.signet.Session;
import dev.signet.SessionManager;
import dev.signet.cdi.RequestSessionHolder;
import dev.signet.cdi.SessionProxy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session manager, which uses the same sessions as the filters. */
@ApplicationScoped
class ContainerSessionManager implements SessionManager {

  @Inject SessionLifecycle lifecycle;
  @Inject RequestSessions requests;
  @Inject RequestSessionHolder current;

  @Override
  public Session load(ContainerRequestContext request) {
    return requests.of(request);
  }

  @Override
  public void save(Session session, ContainerResponseContext response) {
    SessionResponseWriter.write(live(session), response, false);
  }

  @Override
  public Session load(@Nullable String cookieHeader) {
    return load(cookieHeader, false);
  }

  @Override
  public Session load(@Nullable String cookieHeader, boolean secure) {
    RequestSession known = currentSession();
    return known != null && known.isFrom(cookieHeader)
        ? known
        : lifecycle.begin(() -> cookieHeader, () -> secure);
  }

  @Override
  public Session load(Collection<String> cookieHeaders, boolean secure) {
    return load(cookieHeaders.isEmpty() ? null : String.join("; ", cookieHeaders), secure);
  }

  private @Nullable RequestSession currentSession() {
    try {
      return current.session();
    } catch (ContextNotActiveException e) {
      return null;
    }
  }

  @Override
  public Optional<String> save(Session session) {
    return live(session).commit();
  }

  private static RequestSession live(Session session) {
    if (session instanceof SessionProxy injected) {
      return injected.live();
    }
    if (session instanceof RequestSession live) {
      return live;
    }
    throw new IllegalArgumentException(
        "The session of type %s was not created by Signet. Pass an injected session, or one that load returned."
            .formatted(session.getClass().getTypeName()));
  }
}
