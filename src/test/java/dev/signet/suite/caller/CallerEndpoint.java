package dev.signet.suite.caller;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Shows the caller of the handshake. */
@ServerEndpoint("/socket")
public class CallerEndpoint {

  /** Returns the name of the caller. */
  @OnMessage
  public String who(String question, Session socket) {
    return Callers.name(socket.getUserPrincipal());
  }
}
