package dev.signet.websocket;

import dev.signet.Session;
import dev.signet.SessionException;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The session of a WebSocket handshake, and the cookie of the browser after it. */
final class HandshakeSession {

  private static final System.Logger LOG = System.getLogger(HandshakeSession.class.getName());

  private final SessionLifecycle lifecycle;
  private final boolean secure;
  private final RequestSession live;
  private @Nullable String cookieHeader;
  private @Nullable SessionException failure;
  private long answeredAt;

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
   * Decides the session and returns its {@code Set-Cookie} header. A failure is kept, and thrown by
   * {@link #session}: the handshake cannot be rejected here, and the server would show an exception
   * to the client.
   *
   * @param application called with the session before it is decided
   * @return the {@code Set-Cookie} header, or empty if there is nothing to send
   */
  Optional<String> answer(Consumer<Session> application) {
    answeredAt = lifecycle.now();
    try {
      application.accept(live);
      if (!lifecycle.writesAtOnce()) {
        var unused = live.size(); // a session that was read before the commit can be read after it
      }
      Optional<String> cookie = live.commit();
      cookie.ifPresent(text -> cookieHeader = pair(text));
      return cookie;
    } catch (SessionException e) {
      LOG.log(Level.WARNING, "A WebSocket handshake continues without its session.", e);
      failure = e;
      return Optional.empty();
    }
  }

  /** Returns the cookie that a browser sends after a {@code Set-Cookie} header; null for none. */
  private static @Nullable String pair(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    return pair.endsWith("=") ? null : pair; // it was deleted
  }

  /** Returns the session for an endpoint; throws the exception that {@link #answer} kept. */
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
    return lifecycle.resume(() -> cookieHeader, () -> secure, answeredAt);
  }
}
