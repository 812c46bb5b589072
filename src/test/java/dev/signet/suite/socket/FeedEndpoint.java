package dev.signet.suite.socket;

import dev.signet.SessionException;
import dev.signet.suite.app.Script;
import dev.signet.websocket.SessionConfigurator;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Runs scripts on the session of its handshake. */
@ServerEndpoint(value = "/feed", configurator = Handshakes.class)
public class FeedEndpoint {

  @OnMessage
  public String run(String script, Session socket) {
    try {
      return Script.run(SessionConfigurator.sessionOf(socket), script);
    } catch (IllegalStateException | SessionException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
