package dev.signet.demo.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The to-dos of all clients; short, and forgotten when the application stops. */
@ApplicationScoped
public class TodoList {

  private static final int MOST = 50;

  private final List<Todo> todos =
      new ArrayList<>(
          List.of(
              new Todo(0, "Cut the seal"),
              new Todo(1, "Melt the wax"),
              new Todo(2, "Fold the letter")));

  synchronized List<Todo> after(int id) {
    return todos.stream().filter(todo -> todo.id() > id).toList();
  }

  synchronized Todo add(String content) {
    var todo = new Todo(todos.get(todos.size() - 1).id() + 1, content);
    todos.add(todo);
    if (todos.size() > MOST) {
      todos.remove(0);
    }
    return todo;
  }

  /**
   * A thing to be done.
   *
   * @param id grows with each one
   * @param content what it is
   */
  public record Todo(int id, String content) {}
}
