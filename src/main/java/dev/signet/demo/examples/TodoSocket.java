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
 * The live part: sends what the client's session has not seen, and then what is added. How far the
 * session is was read with the handshake; a request has to tell that more was seen.
 */
@Dependent // or Open Liberty before 26.0.0.7 injects nothing
@ServerEndpoint(value = "/bocadillo/live", configurator = SessionConfigurator.class)
public class TodoSocket {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject TodoList todos;

  private Consumer<List<Todo>> reader = unseen -> {};

  /** Begins to follow. */
  @OnOpen
  public void open(Session socket) {
    reader = unseen -> send(socket, JSON.toJson(unseen));
    todos.follow(SessionConfigurator.sessionOf(socket).get("last_id", -1), reader);
  }

  private void send(Session socket, String text) {
    try {
      socket.getAsyncRemote().sendText(text, sent -> {});
    } catch (RuntimeException e) {
      close(); // who cannot be told must not keep the others from it
    }
  }

  /** Follows no longer. */
  @OnClose
  public void close() {
    todos.leave(reader);
  }
}
