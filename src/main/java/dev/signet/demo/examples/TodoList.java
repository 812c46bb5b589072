package dev.signet.demo.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/** The latest to-dos of all clients, in memory. */
@ApplicationScoped
public class TodoList {

  private static final int MOST = 50;

  private final List<Todo> todos =
      new ArrayList<>(
          List.of(
              new Todo(0, "Cut the seal"),
              new Todo(1, "Melt the wax"),
              new Todo(2, "Fold the letter")));

  private final Set<Consumer<List<Todo>>> readers = new CopyOnWriteArraySet<>();

  synchronized List<Todo> after(int id) {
    return todos.stream().filter(todo -> todo.id() > id).toList();
  }

  synchronized Todo add(String content) {
    var todo = new Todo(todos.get(todos.size() - 1).id() + 1, content);
    todos.add(todo);
    if (todos.size() > MOST) {
      todos.remove(0);
    }
    readers.forEach(reader -> reader.accept(List.of(todo)));
    return todo;
  }

  /** Passes the to-dos after an ID to a reader, and each new one from then on. */
  synchronized void follow(int id, Consumer<List<Todo>> reader) {
    readers.add(reader);
    reader.accept(after(id));
  }

  void leave(Consumer<List<Todo>> reader) {
    readers.remove(reader);
  }

  /**
   * A to-do.
   *
   * @param id the ID; later to-dos have higher ones
   * @param content the text
   */
  public record Todo(int id, String content) {}
}
