package dev.signet.websocket;

import dev.signet.Session;
import dev.signet.core.LiveSession;
import dev.signet.core.SessionLifecycle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of one handshake, and what the browser sends from then on. */
final class Handshake {

  private final SessionLifecycle lifecycle;
  private final boolean secure;
  private final LiveSession live;
  private @Nullable String cookieHeader;
  private boolean saves;

  /**
   * @param lifecycle makes sessions
   * @param cookieHeader what the browser sent; null where it sent none
   * @param secure whether the handshake came over TLS
   */
  Handshake(SessionLifecycle lifecycle, @Nullable String cookieHeader, boolean secure) {
    this.lifecycle = lifecycle;
    this.cookieHeader = cookieHeader;
    this.secure = secure;
    this.live = lifecycle.begin(() -> cookieHeader, () -> secure);
  }

  LiveSession live() {
    return live;
  }

  /**
   * Decides the session once and for all; returns the {@code Set-Cookie} header, if there is one.
   */
  Optional<String> answer() {
    var unused = live.size(); // what was read by now can be read for ever
    Optional<String> cookie = live.handOver();
    cookie.ifPresent(text -> cookieHeader = text.split(";", 2)[0]);
    saves = lifecycle.keepsOnServer() && !live.isNew();
    return cookie;
  }

  /** Returns the session for an endpoint. */
  Session session() {
    return saves ? new SocketSession(this) : live;
  }

  /** Begins the session anew, as it is in the store. */
  LiveSession again() {
    return lifecycle.begin(() -> cookieHeader, () -> secure);
  }
}
