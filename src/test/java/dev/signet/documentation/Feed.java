package dev.signet.documentation;

import dev.signet.websocket.SessionConfigurator;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** An endpoint, as in the page on WebSocket. */
@ServerEndpoint(value = "/feed", configurator = SessionConfigurator.class)
public class Feed {

  @OnMessage
  public String answer(String question, Session socket) {
    String user = SessionConfigurator.sessionOf(socket).get("user", "guest");
    return user + " sends " + question;
  }
}
