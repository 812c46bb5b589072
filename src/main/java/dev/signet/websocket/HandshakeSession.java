package dev.signet.websocket;

import dev.signet.Session;
import dev.signet.SessionException;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The session of one handshake, and what the browser sends from then on. */
final class HandshakeSession {

  private static final System.Logger LOG = System.getLogger(HandshakeSession.class.getName());

  private final SessionLifecycle lifecycle;
  private final boolean secure;
  private final RequestSession live;
  private @Nullable String cookieHeader;
  private @Nullable SessionException failure;

  /** An absent session that can no longer be created; null until that is known. */
  private @Nullable RequestSession none;

  private boolean asked;

  /**
   * @param lifecycle creates sessions
   * @param cookieHeader the {@code Cookie} header; null if absent
   * @param secure whether the handshake used TLS
   */
  HandshakeSession(SessionLifecycle lifecycle, @Nullable String cookieHeader, boolean secure) {
    this.lifecycle = lifecycle;
    this.cookieHeader = cookieHeader;
    this.secure = secure;
    this.live = lifecycle.begin(() -> cookieHeader, () -> secure);
  }

  /**
   * Decides the session once and for all. A failure is for who asks for the session: a handshake
   * cannot be refused from here, and the server would show it to the client.
   *
   * @param application is given the session before that
   * @return the {@code Set-Cookie} header, if there is one
   */
  Optional<String> answer(Consumer<Session> application) {
    try {
      application.accept(live);
      if (!lifecycle.writesAtOnce()) {
        var unused = live.size(); // what was read by now can be read for ever
      }
      Optional<String> cookie = live.commit();
      cookie.ifPresent(text -> cookieHeader = text.split(";", 2)[0]);
      if (cookieHeader != null && cookieHeader.endsWith("=")) {
        cookieHeader = null; // it has expired
      }
      return cookie;
    } catch (SessionException e) {
      LOG.log(Level.WARNING, "A handshake goes on without its session.", e);
      failure = e;
      return Optional.empty();
    }
  }

  /** Returns the session for an endpoint. */
  synchronized Session session() {
    if (failure != null) {
      throw failure;
    }
    if (!lifecycle.writesAtOnce()) {
      return live;
    }
    if (!asked) {
      RequestSession found = live.isUsed() ? live : again();
      if (found.isNew() || cookieHeader == null) {
        found.commit();
        none = found;
      }
      asked = true;
    }
    return none == null ? new WebSocketSession(this) : none;
  }

  /** Begins another session object, with the present content of the store. */
  RequestSession again() {
    return lifecycle.begin(() -> cookieHeader, () -> secure);
  }
}
