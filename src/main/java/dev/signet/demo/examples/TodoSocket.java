package dev.signet.demo.examples;

import dev.signet.demo.examples.TodoList.Todo;
import dev.signet.websocket.SessionConfigurator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.function.Consumer;

/**
 * The WebSocket endpoint of the to-do page: sends the to-dos that the client has not seen, then
 * each new one. The session is the one of the handshake and is not changed here; the page stores
 * what it has seen with a request.
 */
@Dependent // without it, Open Liberty before 26.0.0.7 injects nothing
@ServerEndpoint(value = "/bocadillo/live", configurator = SessionConfigurator.class)
public class TodoSocket {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject TodoList todos;

  private Consumer<List<Todo>> reader = unseen -> {};

  /** Subscribes to the to-dos. */
  @OnOpen
  public void open(Session socket) {
    reader = unseen -> send(socket, JSON.toJson(unseen));
    todos.follow(SessionConfigurator.sessionOf(socket).get("last_id", -1), reader);
  }

  private void send(Session socket, String text) {
    try {
      socket.getAsyncRemote().sendText(text, sent -> {});
    } catch (RuntimeException e) {
      close(); // a broken connection must not affect the others
    }
  }

  /** Unsubscribes. */
  @OnClose
  public void close() {
    todos.leave(reader);
  }
}
