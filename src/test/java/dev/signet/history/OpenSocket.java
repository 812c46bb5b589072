package dev.signet.history;

import dev.signet.Session;
import dev.signet.core.SessionLifecycle;
import dev.signet.websocket.Handshake;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A WebSocket whose endpoint does what it is told. */
final class OpenSocket {

  /** It warns of each handshake whose session could not be saved, which histories expect. */
  private static final Logger WARNINGS = Logger.getLogger("dev.signet.websocket.HandshakeSession");

  private final Handshake handshake;
  private SessionCalls calls = new SessionCalls();
  private @Nullable Session session;

  OpenSocket(SessionLifecycle lifecycle, @Nullable String cookies) {
    WARNINGS.setLevel(Level.OFF);
    handshake = new Handshake(lifecycle, cookies);
  }

  /** Answers the handshake, and returns the cookie; empty for none. */
  String answer(Step.Touch touch) {
    return handshake.answer(session -> touch(session, touch)).orElse("");
  }

  private static void touch(Session session, Step.Touch touch) {
    switch (touch) {
      case NOTHING -> {}
      case READ -> {
        var unused = session.isEmpty();
      }
      case PUT -> session.put(SessionCalls.SOCKET, Kind.STRING.object(0));
      case DELETE -> session.delete();
    }
  }

  /** Gets the session again. */
  void message() {
    session = null;
    calls = new SessionCalls();
  }

  String call(Step.Call step) {
    Session present = session == null ? handshake.session() : session;
    session = present;
    boolean rereads = step instanceof Step.Save || step instanceof Step.Delete;
    try {
      return calls.call(present, step);
    } finally {
      if (rereads) {
        calls = new SessionCalls();
      }
    }
  }
}
