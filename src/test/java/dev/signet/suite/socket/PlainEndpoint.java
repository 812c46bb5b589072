package dev.signet.suite.socket;

import dev.signet.websocket.SessionConfigurator;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Has forgotten the configurator. */
@ServerEndpoint("/plain")
public class PlainEndpoint {

  @OnMessage
  public String run(String script, Session socket) {
    try {
      return SessionConfigurator.sessionOf(socket).toString();
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
