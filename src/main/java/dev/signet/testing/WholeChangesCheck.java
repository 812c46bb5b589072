package dev.signet.testing;

import static dev.signet.testing.StoreContract.load;
import static dev.signet.testing.StoreContract.nextId;
import static dev.signet.testing.StoreContract.require;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.util.Map;
import java.util.Set;

/**
 * The check of {@link StoreContract} that a reader sees a change as a whole. Each change writes the
 * same value to two attributes, and every second one moves the session. A reader must never see two
 * values, nor a value of a later change under an id that was moved away.
 */
final class WholeChangesCheck {

  private static final int THREADS = 4;
  private static final int CHANGES = 51;

  private final SessionStore store;
  private volatile State state;

  /** The id of the session after a number of changes. */
  private record State(SessionId id, int changes) {}

  private WholeChangesCheck(SessionStore store) {
    this.store = store;
    this.state = new State(StoreContract.create(store, values(0)), 0);
  }

  static void run(SessionStore store) {
    var check = new WholeChangesCheck(store);
    ConcurrentTasks.run(
        THREADS,
        thread -> {
          if (thread == 0) {
            check.change();
          } else {
            check.read();
          }
        });
  }

  private void change() {
    try {
      for (int change = 1; change <= CHANGES; change++) {
        SessionId id = state.id();
        var update =
            new SessionUpdate(load(store, id), values(change), Set.of(), StoreContract.soon());
        SessionId next = change % 2 == 0 ? nextId(id) : id;
        require(
            next.equals(id) ? store.update(id, update) : store.move(id, next, update),
            "A change did not find the session.");
        state = new State(next, change);
      }
    } finally {
      state = new State(state.id(), CHANGES); // ends the readers
    }
  }

  private void read() {
    State before = state;
    while (before.changes() < CHANGES) {
      Map<String, String> seen =
          store.load(before.id()).map(SessionRecord::attributes).orElse(Map.of());
      State after = state;
      if (seen.isEmpty()) {
        require(
            // The move may have taken effect before its state is set.
            !after.id().equals(before.id()) || after.changes() % 2 == 1,
            "A session was not found while it was changed.");
      } else {
        int value = Integer.parseInt(String.valueOf(seen.get("a")));
        require(seen.equals(values(value)), "A reader saw one half of a change.");
        // The changes with even numbers move the session.
        require(
            value <= before.changes() + 1 - before.changes() % 2,
            "The old id of a moved session reads data of that move, or later data.");
      }
      before = state;
    }
  }

  private static Map<String, String> values(int change) {
    return Map.of("a", String.valueOf(change), "b", String.valueOf(change));
  }
}
