package dev.signet.websocket;

import dev.signet.Session;
import dev.signet.core.SessionLifecycle;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handshake without a WebSocket container, for tests of other packages. */
public final class Handshake {

  private final HandshakeSession session;

  /**
   * @param cookies the {@code Cookie} header; null if absent
   */
  public Handshake(SessionLifecycle lifecycle, @Nullable String cookies) {
    session = new HandshakeSession(lifecycle, cookies, false);
  }

  /** Answers the handshake, and returns the {@code Set-Cookie} header. */
  public Optional<String> answer(Consumer<Session> application) {
    return session.answer(application);
  }

  /** Returns the session that an endpoint has. */
  public Session session() {
    return session.session();
  }
}
